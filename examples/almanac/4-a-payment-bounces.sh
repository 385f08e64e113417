cd "$(dirname "$0")"
: "${WEBIZEN_DATA:?say where: a directory that is not there yet}"
set -eu
builds_on=''
. ./agree.sh > /dev/null
set -v

# The fourth telling: the first payment bounces after it was paid out.

pay() { webizen payment receive --work work_almanac --currency AUD --tax-rate 10% "$@"; }
pay --from 'Greenhouse Pty Ltd' --amount 1100.00 --on 2026-06-01 --id pay_first
send() { webizen payout record --currency AUD --on 2026-06-02 "$@"; }
send --to Priya --amount 739.61 --id out_priya
send --to Dana --amount 73.96 --id out_dana
send --to Moana --amount 121.49 --id out_moana

# The bank takes it back. Nobody's earnings change; 1,000.00 are missing in the pool.
webizen payment reverse pay_first --id act_back --on 2026-06-09 --reason 'The transfer bounced.'
webizen work show work_almanac

# Hugo has not been paid out yet, and has to wait.
webizen payout list
send --to Hugo --amount 64.92 --id out_hugo || echo "exit status $?"

# The next payment refills what is missing first, so it does not open the work yet.
pay --from 'Greenhouse Pty Ltd' --amount 9064.89 --on 2026-07-01 --id pay_rest
send --to Hugo --amount 64.92 --id out_hugo

# Paid after all, it is square, and open.
pay --from 'Greenhouse Pty Ltd' --amount 1100.00 --on 2026-07-03 --id pay_again
webizen work show work_almanac
webizen payout list
webizen node check | tail -n 3
