# Four people make a garden almanac together, and agree before money comes.
webizen agent add --id agent_priya --name Priya --kind person
webizen agent add --id agent_dana --name Dana --kind person
webizen agent add --id agent_moana --name Moana --kind person
webizen agent add --id agent_hugo --name Hugo --kind person
webizen work add --id work_almanac --title 'Garden Almanac' --currency AUD $builds_on
webizen agreement draft work_almanac --id agr_almanac --preset award
webizen agreement sign work_almanac --by Priya
webizen agreement sign work_almanac --by Dana
webizen agreement sign work_almanac --by Moana
webizen agreement sign work_almanac --by Hugo

# What they gave in May: time at published award rates, and money for the server.
give() { webizen contribution add --work work_almanac "$@"; }
give --id con_code --by Priya --kind knowledge-work --quantity 120 --unit h \
  --classification MA000065/6 --on 2026-05-01/2026-05-31
give --id con_design --by Dana --kind knowledge-work --quantity 12 --unit h \
  --classification MA000065/6 --on 2026-05-11/2026-05-15
give --id con_care --by Moana --kind labour --quantity 30 --unit h \
  --classification MA000010/C13 --on 2026-05-01/2026-05-31
give --id con_server --by Hugo --kind cash --quantity 400 --unit AUD --on 2026-05-20

# It counts once somebody else who signed has accepted it.
webizen contribution accept con_code --by Dana
webizen contribution accept con_design --by Priya
webizen contribution accept con_care --by Hugo
webizen contribution accept con_server --by Moana
