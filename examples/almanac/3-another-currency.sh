cd "$(dirname "$0")"
: "${WEBIZEN_DATA:?say where: a directory that is not there yet}"
set -eu
set -v

# The third telling: the almanac builds on a seed list whose makers are owed euros.

webizen agent add --id agent_ada --name Ada --kind person
webizen agent add --id agent_bo --name Bo --kind person
webizen work add --id work_seeds --title 'Seed List' --kind data --currency EUR
webizen agreement draft work_seeds --id agr_seeds --preset award
webizen agreement sign work_seeds --by Ada
webizen agreement sign work_seeds --by Bo
webizen contribution add --work work_seeds --id con_ada --by Ada \
  --kind cash --quantity 100 --unit EUR --on 2026-03-02
webizen contribution add --work work_seeds --id con_bo --by Bo \
  --kind cash --quantity 50 --unit EUR --on 2026-03-02
webizen contribution accept con_ada --by Bo
webizen contribution accept con_bo --by Ada

# A tenth of what the almanac earns after tax is for them, as long as they are owed anything.
set +v
builds_on='--builds-on work_seeds:10%'
. ./agree.sh > /dev/null
set -v
webizen work show work_almanac

pay() { webizen payment receive --work work_almanac --currency AUD --tax-rate 10% "$@"; }
pay --from 'Greenhouse Pty Ltd' --amount 1100.00 --on 2026-06-01 --id pay_first

# 100.00 are held for the seed list. They reach Ada and Bo at a rate that is named:
# 60.00 EUR of what they are owed are paid, and they earn 66.66 and 33.33 of the dollars that came.
webizen work sweep work_almanac --id act_sweep --rate 0.6 --rate-source 'the bank, 12 June'
webizen work show work_seeds
webizen statement Ada
webizen payout list
webizen node check | tail -n 3
