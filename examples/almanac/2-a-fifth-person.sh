cd "$(dirname "$0")"
: "${WEBIZEN_DATA:?say where: a directory that is not there yet}"
set -eu
builds_on=''
. ./agree.sh > /dev/null
set -v

# The second telling: somebody joins between the two payments.

pay() { webizen payment receive --work work_almanac --currency AUD --tax-rate 10% "$@"; }
pay --from 'Greenhouse Pty Ltd' --amount 1100.00 --on 2026-06-01 --id pay_first

# Ines signs what the others signed, and pays A$100 for the proofs. Accepted, it is owed 150.00.
webizen agent add --id agent_ines --name Ines --kind person
webizen agreement sign work_almanac --by Ines
give --id con_proofs --by Ines --kind cash --quantity 100 --unit AUD --on 2026-06-05
webizen contribution accept con_proofs --by Priya

# It changes nobody's past: the first payment is shared as it was, and Ines has nothing of it.
webizen payment show pay_first
webizen work show work_almanac

# 839.08 is the tax in 9,229.89: what is left of that is the 8,390.81 that are owed. 0.11 goes back.
pay --from 'Greenhouse Pty Ltd' --amount 9230.00 --on 2026-07-01 --id pay_rest
webizen work show work_almanac
webizen payout list
webizen node check | tail -n 3
