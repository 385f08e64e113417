cd "$(dirname "$0")"
: "${WEBIZEN_DATA:?say where: a directory that is not there yet}"
set -eu
builds_on=''
set -v

# The first telling: two payments, and the work opens with the second.

. ./agree.sh

# Anybody can see how a value came about, and compute it again.
webizen contribution explain con_code
webizen work show work_almanac

# A company pays 1,100.00 with 10 % tax in it. First, what would happen:
pay() { webizen payment receive --work work_almanac --currency AUD --tax-rate 10% "$@"; }
pay --from 'Greenhouse Pty Ltd' --amount 1100.00 --on 2026-06-01 --dry-run --id pay_first
# And now for real. Said twice, it is booked once: the id is the same.
pay --from 'Greenhouse Pty Ltd' --amount 1100.00 --on 2026-06-01 --id pay_first
pay --from 'Greenhouse Pty Ltd' --amount 1100.00 --on 2026-06-01 --id pay_first

# One cent more than what is missing would be owed back.
pay --from 'Greenhouse Pty Ltd' --amount 9064.90 --on 2026-07-01 --dry-run --id pay_rest
# Just what is missing: everyone has earned what was owed, and the work opens.
pay --from 'Greenhouse Pty Ltd' --amount 9064.89 --on 2026-07-01 --id pay_rest
webizen work show work_almanac

# Who gets what, for whoever pays by hand; and what Priya has of it.
webizen payout list
webizen payout record --to Priya --amount 6834.60 --currency AUD --on 2026-07-02 --id out_priya
webizen statement Priya

# The books add up, and everything can be recomputed from the record.
webizen ledger export --format hledger
webizen node check | tail -n 3
