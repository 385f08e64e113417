// data: the catalogue of every named "no".

/**
 * A refusal is an expected "no": it has a name that never changes, a sentence that says what was
 * refused by which rule and with which values, and a remedy. A broken assumption is an `Error`
 * (an assertion) instead, and stops the work.
 */
export interface RefusalEntry {
  /** HTTP status of the problem response (RFC 9457). */
  readonly status:
    | 400
    | 401
    | 403
    | 404
    | 405
    | 409
    | 410
    | 413
    | 415
    | 422
    | 429
    | 500
    | 503
    | 507;
  /** What was refused; `{name}` is replaced by the value of that name. */
  readonly sentence: string;
  /** What to do next; `{name}` is replaced likewise. */
  readonly remedy: string;
}

/** Every refusal of the product, by noun. Names are kebab-case and are never reused. */
export const refusals = {
  // money
  'amount-malformed': {
    status: 400,
    sentence: '"{text}" is not an amount.',
    remedy: 'Write digits with a point for the decimals and nothing else, such as 1000.50.',
  },
  'amount-too-precise': {
    status: 400,
    sentence: '{text} has more decimals than {currency} has ({scale}).',
    remedy: 'Write at most {scale} decimals, or use a currency with a finer scale.',
  },
  'amount-too-large': {
    status: 400,
    sentence: '{text} {currency} is beyond the largest amount that the books hold.',
    remedy: 'Amounts reach to 2^63 - 1 minor units; split it or check the figure.',
  },
  'amount-not-positive': {
    status: 400,
    sentence: '{text} is not more than zero.',
    remedy: 'Give an amount above zero.',
  },
  'currency-unknown': {
    status: 400,
    sentence: 'No currency has the code "{code}".',
    remedy: 'Use an ISO 4217 code such as AUD, or add your own with: webizen currency add.',
  },
  'decimal-malformed': {
    status: 400,
    sentence: '"{text}" is not a decimal number.',
    remedy: 'Write digits with a point for the decimals, such as 1.5.',
  },
  'currency-code-malformed': {
    status: 400,
    sentence: '"{code}" cannot be the code of a currency.',
    remedy: 'Use 2 to 12 letters, digits and dashes, beginning with a letter, such as AUDm.',
  },
  'currency-scale-malformed': {
    status: 400,
    sentence: '{code} cannot have {scale} decimals.',
    remedy: 'Give a whole number of decimals from 0 to {max}.',
  },
  'currency-scale-fixed': {
    status: 409,
    sentence: '{code} has {scale} decimals, and amounts are written with them.',
    remedy: 'Give the currency of the other scale a code of its own.',
  },
  // the store
  'disk-full': {
    status: 507,
    sentence: 'The disk that holds {path} is full; nothing of this was written.',
    remedy: 'Make room and try again. What was acknowledged before is safe; reading still works.',
  },
  'disk-failing': {
    status: 503,
    sentence: 'The disk did not take what was written to {path}.',
    remedy: 'Check the disk and its cable, then try again: the node reads the file afresh first.',
  },
  'disk-read-only': {
    status: 503,
    sentence: '{path} cannot be written.',
    remedy: 'Give the user who runs the node the right to write there, or name another --data DIR.',
  },
  'store-damaged': {
    status: 503,
    sentence: '{path} is damaged, or is no database at all.',
    remedy:
      'Move it away, keep it, and import your newest export into an empty directory with: webizen node import DIR.',
  },
  'store-foreign': {
    status: 409,
    sentence: '{path} is a database of another program.',
    remedy: 'Name another directory with --data DIR; this file was not touched.',
  },
  'store-newer': {
    status: 409,
    sentence: '{path} was written by a later version (schema {found}; this version knows {known}).',
    remedy: 'Start it with that later version; nothing was changed.',
  },
  'data-in-use': {
    status: 409,
    sentence: 'Another process is at work on {path}.',
    remedy: 'Stop it first, or use it: commands find a running node by themselves.',
  },
  // http
  'host-unknown': {
    status: 403,
    sentence: 'This node does not answer under the name "{host}".',
    remedy: 'Open it as {url}, on the machine on which it runs.',
  },
  'origin-foreign': {
    status: 403,
    sentence: 'A page of {origin} may not act on this node.',
    remedy: 'Act from a page of the node itself, or from the command line.',
  },
  'token-missing': {
    status: 401,
    sentence: 'This needs somebody who has signed in, or the token of the owner of the node.',
    remedy:
      'Sign in at /app/; or send the line of the file "token" of the data directory as: Authorization: Bearer ….',
  },
  'token-wrong': {
    status: 401,
    sentence: 'The token is not that of the owner of this node.',
    remedy: 'Read it again from the file "token" of the data directory of this node.',
  },
  'route-unknown': {
    status: 404,
    sentence: 'There is nothing at {method} {path}.',
    remedy: 'See /reference for every address that this node answers.',
  },
  'method-unfit': {
    status: 405,
    sentence: '{path} does not take {method}; it takes {allowed}.',
    remedy: 'Use one of those, as /reference describes.',
  },
  'body-too-large': {
    status: 413,
    sentence: 'What was sent is larger than {limit} bytes.',
    remedy: 'Send it in smaller parts; of an import more is taken from whoever has signed in.',
  },
  'body-not-json': {
    status: 415,
    sentence: 'This takes application/json in UTF-8, not {found}.',
    remedy: 'Send JSON, with the header Content-Type: application/json.',
  },
  'number-unsafe': {
    status: 400,
    sentence: 'The number {text} at {where} is beyond what JSON numbers hold exactly (2^53).',
    remedy: 'Send it as text, in quotes.',
  },
  'query-malformed': {
    status: 400,
    sentence: '{where} does not fit: {what}.',
    remedy: 'See /reference for what this address takes.',
  },
  'act-elsewhere': {
    status: 422,
    sentence: 'An act of the type "{found}" about "{about}" does not belong at {path}.',
    remedy: 'Send it to the address of its type and of the thing that it is about.',
  },
  'broken-assumption': {
    status: 500,
    sentence: 'The node met something that must not happen, and stopped this request.',
    remedy: 'Run: webizen node check. Its own log says more; report what you did and what it says.',
  },
  'port-in-use': {
    status: 409,
    sentence: 'Port {port} is taken by another program.',
    remedy: 'Name another with --port N, or --port 0 for any that is free.',
  },
  'certificate-malformed': {
    status: 422,
    sentence: '{file} is no certificate in PEM, or does not fit its key.',
    remedy: 'Give the whole chain with --cert and its private key with --key-file, both PEM.',
  },
  'node-unreachable': {
    status: 503,
    sentence: 'The node at {url} does not answer.',
    remedy: 'See whether it still runs; to start it again: webizen start.',
  },

  // doors
  'session-ended': {
    status: 401,
    sentence: 'The session has ended, or the node does not know it.',
    remedy: 'Sign in again; what you had typed is still on your device.',
  },
  'link-unknown': {
    status: 404,
    sentence: 'This link does not let anybody in: the node never made it, or forgot it long ago.',
    remedy: 'Make another on the machine of the node with: webizen start.',
  },
  'link-used': {
    status: 410,
    sentence: 'This link was used on {at}, and lets in only once.',
    remedy: 'If that was not you, stop the node. Make another link with: webizen start.',
  },
  'link-expired': {
    status: 410,
    sentence: 'This link expired on {at}.',
    remedy: 'Make another on the machine of the node with: webizen start.',
  },
  'not-allowed': {
    status: 403,
    sentence: 'Your part here ({part}) does not allow {action}.',
    remedy: 'It takes the part of: {allowed}. Ask the steward of the work.',
  },
  'invitation-unknown': {
    status: 404,
    sentence: 'There is no such invitation.',
    remedy: 'Ask whoever sent the link for a new one; see that it was copied whole.',
  },
  'invitation-used': {
    status: 410,
    sentence: 'Somebody joined by this invitation on {at}; it holds for one only.',
    remedy:
      'If that was you, sign in on the device that you joined with. If not, ask for a new one.',
  },
  'invitation-revoked': {
    status: 410,
    sentence: 'This invitation was taken back on {at}.',
    remedy: 'Ask whoever sent it for a new one.',
  },
  'invitation-expired': {
    status: 410,
    sentence: 'This invitation expired on {at}.',
    remedy: 'Ask whoever sent it for a new one.',
  },
  'expiry-out-of-range': {
    status: 400,
    sentence: '{text} is no time at which this can expire.',
    remedy: 'Give a time from now on, within {days} days.',
  },
  'alias-missing': {
    status: 400,
    sentence: 'An alias is to be shown, and none is given.',
    remedy: 'Give the alias; or let your name be shown, or nothing.',
  },
  'quote-unknown': {
    status: 404,
    sentence: 'There is no quote {id}.',
    remedy: 'See that the link was copied whole, or ask whoever sent it.',
  },
  'passkey-wrong': {
    status: 401,
    sentence: 'This passkey does not open this node: {why}.',
    remedy: 'Choose another passkey, or come in by a link: webizen start prints one.',
  },
  'passkey-unknown': {
    status: 404,
    sentence: 'You have no passkey {id} here.',
    remedy: 'See the list of your passkeys in the settings.',
  },
  'session-unknown': {
    status: 404,
    sentence: 'You have no session {id} here: it has ended, or is that of somebody else.',
    remedy: 'See the list of your sessions in the settings.',
  },
  'passkey-host': {
    status: 422,
    sentence: 'Passkeys are bound to a name, and {host} is an address.',
    remedy: 'Open the node by its name, such as localhost, and make the passkey there.',
  },
  'challenge-over': {
    status: 410,
    sentence: 'This sign-in took too long, or the node was started anew in between.',
    remedy: 'Try once more.',
  },
  'too-many-attempts': {
    status: 429,
    sentence: 'There were too many attempts; the next is possible in {seconds} seconds.',
    remedy: 'Wait that long, then try once more.',
  },
  'clock-wrong': {
    status: 422,
    sentence: 'The clock of your device says {theirs}, that of the node {ours}.',
    remedy: 'Set the one that is wrong: they may differ by five minutes. What you typed is kept.',
  },
  'answer-unreadable': {
    status: 503,
    sentence: '{url} answered {status} with something that a node does not say.',
    remedy: 'See whether the address is that of a node, and which version it runs.',
  },

  // the command line
  'command-malformed': {
    status: 400,
    sentence: 'The command was not understood: {what}.',
    remedy: 'Add --help to see what it takes.',
  },
  'option-malformed': {
    status: 400,
    sentence: '{option} does not take "{text}": {what}.',
    remedy: 'Add --help to the command to see what it takes.',
  },
  'file-unreadable': {
    status: 404,
    sentence: 'The file {path} cannot be read: {why}.',
    remedy: 'Check the path and the rights of the file.',
  },
  'release-unknown': {
    status: 404,
    sentence: 'The work "{work}" has no release {release}.',
    remedy: 'See its releases with: webizen work show {work}.',
  },

  // archives
  'directory-not-empty': {
    status: 409,
    sentence: '{path} is not empty.',
    remedy: 'Name a directory that is empty or does not exist yet; nothing was written.',
  },
  'archive-malformed': {
    status: 422,
    sentence: '{path} is not a whole export of a node: {what}.',
    remedy: 'Name the directory that webizen node export wrote, with all of its files.',
  },
  'archive-changed': {
    status: 422,
    sentence: '{name} in {path} is not as it was exported.',
    remedy: 'Use another copy of the export; this one was changed or damaged after it was made.',
  },
  // the record
  'act-malformed': {
    status: 400,
    sentence: 'The act is not well formed: {where}: {what}.',
    remedy: 'Compare it with the description of this act in /reference.',
  },
  'act-unknown': {
    status: 400,
    sentence: 'There is no act of the type "{type}".',
    remedy: 'See docs/reference/record-entries.md for every type.',
  },
  'act-misplaced': {
    status: 409,
    sentence: 'This act was composed for another node ({found}; this is {expected}).',
    remedy: 'Compose and sign it again for this node.',
  },
  'id-reused': {
    status: 409,
    sentence: 'The id "{id}" was used before, for something else.',
    remedy: 'Use a new id; to try the same thing again, send exactly what was sent first.',
  },
  'signature-invalid': {
    status: 401,
    sentence: 'The signature does not fit the act: {why}.',
    remedy: 'Sign it again with the key of the agent that acts, and change nothing afterwards.',
  },
  'entry-unknown': {
    status: 404,
    sentence: 'The record has no such entry: {entry}.',
    remedy: 'See what it has with: webizen record list.',
  },
  'record-damaged': {
    status: 503,
    sentence: 'The record does not hold together: {what}.',
    remedy: 'Stop using this copy, keep it as evidence, and import your newest export.',
  },
  'json-too-deep': {
    status: 400,
    sentence: 'The JSON nests deeper than {depth} levels.',
    remedy: 'Send a flatter document.',
  },
  'json-text-malformed': {
    status: 400,
    sentence: 'The JSON holds text that is not Unicode: half of a surrogate pair.',
    remedy: 'Repair the text where it was cut in the middle of a character.',
  },
  'json-number-inexact': {
    status: 400,
    sentence: 'The number {text} cannot be held exactly.',
    remedy: 'Send numbers of that size as text, in quotes.',
  },
  'json-malformed': {
    status: 400,
    sentence: 'This is not JSON: {reason}.',
    remedy: 'Check the text at that place with any JSON tool.',
  },
  'json-key-twice': {
    status: 400,
    sentence: 'The JSON has the key "{key}" twice in one object.',
    remedy: 'Keep one of the two, as nobody can tell which was meant.',
  },
  'key-malformed': {
    status: 400,
    sentence: '"{text}" is not an Ed25519 public key.',
    remedy: 'Give it as a multikey, which begins with z6Mk, or as did:key:z6Mk….',
  },
  'note-malformed': {
    status: 400,
    sentence: 'This is not a signed note: {reason}.',
    remedy: 'Take the checkpoint again, byte for byte, from where it was published.',
  },
  'checkpoint-malformed': {
    status: 400,
    sentence: 'This is not a checkpoint of a record: {reason}.',
    remedy: 'Take the checkpoint again, byte for byte, from where it was published.',
  },
  'entry-malformed': {
    status: 422,
    sentence: 'This is not an entry of a record: {reason}.',
    remedy: 'Compare the record with a copy of it, or restore a backup.',
  },
  'commitment-mismatch': {
    status: 422,
    sentence: 'The act is not the one that the entry of the record commits to.',
    remedy: 'Compare the act and its salt with a copy of the record, or restore a backup.',
  },
  'proof-mismatch': {
    status: 422,
    sentence: 'The proof does not lead to the root of the record: {reason}.',
    remedy: 'Ask for the proof again, and keep both checkpoints: they may be evidence.',
  },

  // effort
  'date-malformed': {
    status: 400,
    sentence: '"{text}" is not a day, nor two days as FROM/TO.',
    remedy: 'Write it as YYYY-MM-DD, or YYYY-MM-DD/YYYY-MM-DD for the first and last day.',
  },
  'date-range-reversed': {
    status: 400,
    sentence: 'The days {from}/{to} end before they begin.',
    remedy: 'Put the earlier day first.',
  },
  'date-in-future': {
    status: 422,
    sentence: '{day} is after today ({today}).',
    remedy: 'Give the day on which it was done; what is still to be done is entered afterwards.',
  },
  'classification-malformed': {
    status: 400,
    sentence: '"{text}" is not a classification.',
    remedy: 'Write AWARD/LEVEL or AWARD/NAME, such as MA000065/6 or MA000010/C13.',
  },
  'classification-missing': {
    status: 422,
    sentence: 'The hour is valued by an award, and the line names no classification.',
    remedy: 'Name one, such as MA000065/6, or agree on one for all lines in the terms.',
  },
  'classification-unknown': {
    status: 404,
    sentence: 'No row of the award table fits "{text}" on {day}. Near it: {near}.',
    remedy: 'Search for one with: webizen classification list --search WORDS.',
  },
  'classification-ambiguous': {
    status: 422,
    sentence: 'Several rows fit "{text}" on {day}: {matches}.',
    remedy: 'Name one of them by its whole name, as AWARD/NAME.',
  },
  'classification-not-hourly': {
    status: 422,
    sentence: '"{text}" is paid by {type}, and the table has no hourly rate for it.',
    remedy: 'Name a classification that is paid by the hour, week or year.',
  },
  'date-before-table': {
    status: 422,
    sentence: 'The table "{table}" begins on {begins}; {day} is before it.',
    remedy: 'Use a rate that was agreed, or a table that reaches back to that day.',
  },
  'range-crosses-rate-change': {
    status: 422,
    sentence: 'The rate of {text} changed on {split}, within {from}/{to}.',
    remedy: 'Enter it as two lines: {from}/{before} and {split}/{to}.',
  },
  'parity-unknown': {
    status: 422,
    sentence: 'There is no purchasing power figure for {country} in {year} or before.',
    remedy: 'Agree on a rate, or sign terms with parity none.',
  },
  'exchange-unknown': {
    status: 422,
    sentence: 'No rate is published between {currency} and {home}.',
    remedy: 'Give one, with its source.',
  },
  'rate-too-old': {
    status: 422,
    sentence:
      'The last published rate of {currency} before {day} is of {published}, more than {days} days older.',
    remedy: 'Give the rate of the day, with its source.',
  },
  'exchange-source-missing': {
    status: 422,
    sentence: 'An exchange rate was given without its source.',
    remedy: 'Say where it is from, such as the bank and the day.',
  },
  'rate-not-agreed': {
    status: 422,
    sentence: '{why}',
    remedy:
      'Leave it out where a table or the terms have one. Where they have none, name yours: whoever accepts the line agrees to it.',
  },
  'below-floor': {
    status: 422,
    sentence: '{rate} an hour is below the legal minimum of {floor} ({source}).',
    remedy: 'Agree on a rate at the minimum or above it; a gift can be marked as one.',
  },
  'unit-mismatch': {
    status: 422,
    sentence: '{kind} is not counted in "{unit}".',
    remedy: 'Use one of: {units}.',
  },
  'quantity-malformed': {
    status: 400,
    sentence: '"{text}" is not a quantity.',
    remedy: 'Write digits with a point for the decimals and nothing else, such as 7.5.',
  },
  'quantity-not-positive': {
    status: 400,
    sentence: 'A quantity of {text} is not more than zero.',
    remedy: 'Give a quantity above zero.',
  },
  'factor-not-allowed': {
    status: 422,
    sentence: 'The factor "{factor}" does not apply: {why}.',
    remedy:
      'Leave it out; factors count only where the terms have them, and never for cash or machines.',
  },
  'paid-above-cost': {
    status: 422,
    sentence: 'Paid {paid} is more than the cost of {cost}.',
    remedy: 'Check both figures: nothing is owed for more than it cost.',
  },
  'gift-not-by-author': {
    status: 403,
    sentence: 'Only its author can make a contribution a gift.',
    remedy: 'Ask the author to enter it.',
  },
  'table-unpinned': {
    status: 422,
    sentence: 'The agreement does not pin the table "{table}" in its vintage {vintage}.',
    remedy: 'Use the vintages that the agreement names, or sign a new version of it with this one.',
  },
  'row-unknown': {
    status: 404,
    sentence: 'The table {table} has no row on line {row}.',
    remedy: 'Ask for a line that a value names as its source.',
  },
  'table-missing': {
    status: 503,
    sentence: 'The table "{table}" (vintage {vintage}) is not installed.',
    remedy:
      'Install the version of the product that shipped it, or put the file and its entry into data/.',
  },
  'table-damaged': {
    status: 503,
    sentence: 'The table "{table}" ({file}) is not the one that its hash names.',
    remedy: 'Install the product again; nothing was computed from it.',
  },

  // contributions
  'kind-unknown': {
    status: 404,
    sentence: 'There is no kind of contribution "{kind}". There are: {known}.',
    remedy: 'Use one of them, or add your own with: webizen kind add.',
  },
  'kind-malformed': {
    status: 400,
    sentence: 'The kind "{kind}" is not well formed: {what}.',
    remedy: 'Compare it with: webizen kind show knowledge-work.',
  },
  'evidence-missing': {
    status: 422,
    sentence: '{kind} needs {least} pieces of evidence; there are {given}.',
    remedy: 'Add what another person can check: an address, a commit, a receipt.',
  },
  'evidence-malformed': {
    status: 400,
    sentence: '"{text}" is no evidence: {what}.',
    remedy:
      'Give an address that begins with https:// or http://, or say in words what can be checked.',
  },
  'estimate-unconfirmed': {
    status: 409,
    sentence: 'The hours of {contribution} are an estimate that its author has not confirmed.',
    remedy: 'Ask the author to confirm or correct them: webizen contribution confirm.',
  },
  'not-the-author': {
    status: 403,
    sentence: 'Only the author of {contribution} can {verb} it.',
    remedy: 'Ask the author to do it.',
  },
  'self-review': {
    status: 403,
    sentence: 'Nobody reviews a contribution of their own.',
    remedy: 'Ask another signatory of the agreement.',
  },
  'conflict-of-interest': {
    status: 403,
    sentence: 'The reviewer gains from this contribution: {why}.',
    remedy: 'Ask a signatory who gains nothing from it.',
  },
  'not-signed': {
    status: 403,
    sentence: '{agent} has not signed the agreement.',
    remedy: 'Sign it first: webizen agreement sign.',
  },
  'wrong-status': {
    status: 409,
    sentence: 'A contribution that is {status} cannot be {verb}.',
    remedy: 'See where it stands: webizen contribution show.',
  },
  'already-decided': {
    status: 409,
    sentence: 'The contribution was {status} before.',
    remedy: 'Nothing is left to decide; its author may enter a new line.',
  },
  'already-reviewed': {
    status: 409,
    sentence: '{agent} has reviewed this contribution before.',
    remedy: 'One review each is enough; another signatory is to go next.',
  },
  'reason-missing': {
    status: 422,
    sentence: 'A rejection needs a reason, and one of the agreed criteria: {criteria}.',
    remedy: 'Say which of them is not met, and why: the author may answer.',
  },
  'hours-impossible': {
    status: 422,
    sentence: '{hours} h between {from} and {to} are more than {days} days of 24 h hold.',
    remedy: 'Check the hours and the days of the lines: {lines}.',
  },
  'before-earlier-rule': {
    status: 422,
    sentence: 'Work of {day} is not counted: {rule}.',
    remedy: 'Leave it out, or agree on another rule for earlier work.',
  },
  'claim-too-late': {
    status: 422,
    sentence: 'Earlier work had to be claimed by {last}; today is {today}.',
    remedy: 'Agree on a longer time to claim it in.',
  },
  // works
  'title-missing': {
    status: 400,
    sentence: 'A work needs a title.',
    remedy: 'Give a title in any script, such as --title "Tide tables".',
  },
  'title-too-long': {
    status: 400,
    sentence: 'The title has {length} characters; a title has at most {limit}.',
    remedy: 'Shorten the title and put the rest into the purpose.',
  },
  'title-malformed': {
    status: 400,
    sentence: 'The title holds a control character or half of a character.',
    remedy: 'Remove line breaks, tabs and other invisible characters from the title.',
  },
  'line-malformed': {
    status: 400,
    sentence: 'The text holds {what}, which would garble the line that it stands in.',
    remedy: 'Take it out; any script and any direction of writing is welcome.',
  },
  'text-malformed': {
    status: 400,
    sentence: 'Line {line} of the text holds {what}, near "{near}".',
    remedy:
      'Type that place again, or paste it as plain text: what one reads would not be what is ' +
      'written. Any script and any direction of writing is welcome.',
  },
  'work-kind-unknown': {
    status: 400,
    sentence: 'No kind of work is called "{kind}".',
    remedy: 'Use one of: {kinds}.',
  },
  'upstream-malformed': {
    status: 400,
    sentence: '"{text}" does not name a work and its share.',
    remedy: 'Write WORK:SHARE, such as work_abc:0.05 for five per cent.',
  },
  'upstream-unknown': {
    status: 404,
    sentence: '"{release}" is nothing that this work builds on.',
    remedy: 'Name works that exist: webizen work list shows them.',
  },
  'upstream-itself': {
    status: 422,
    sentence: 'A release cannot build on itself ({release}).',
    remedy: 'Name another work or an earlier release.',
  },
  'upstream-twice': {
    status: 422,
    sentence: '{release} is named twice among what the work builds on.',
    remedy: 'Name it once, with the whole of its share.',
  },
  'upstream-too-much': {
    status: 422,
    sentence: 'The upstream shares come to {total}; together they may be at most {limit}.',
    remedy: 'Lower the shares so that at least half of each payment stays with the makers.',
  },
  'dependency-cycle': {
    status: 422,
    sentence: 'This would build a circle: {cycle}.',
    remedy: 'Remove one of these dependencies; what a work builds on cannot build on it.',
  },
  'already-open': {
    status: 409,
    sentence: 'Release {release} is open, for everyone and for good.',
    remedy: 'Nothing can change or close it; new work goes into the next release.',
  },
  // payments
  'transfer-unknown': {
    status: 404,
    sentence: 'There is no transfer "{id}".',
    remedy: 'Transfers are numbered from 1: webizen ledger transfers.',
  },
  'gifts-only': {
    status: 409,
    sentence: 'Release {release} is open; what its makers are still owed is payable by gifts only.',
    remedy: 'Give it as a gift: add --gift.',
  },
  'not-the-keeper': {
    status: 403,
    sentence: '{name} does not keep this money: {keepers} does.',
    remedy: 'Ask {keepers} to do it, or act for them if the node keeps their key: --by.',
  },
  'payment-unknown': {
    status: 404,
    sentence: 'There is no payment {id}.',
    remedy: 'See all of them with: webizen payment list.',
  },
  'tax-rate-out-of-range': {
    status: 422,
    sentence: '{rate} is no rate of tax: it is between 0 and 1 (0 % and 100 %).',
    remedy: 'Write ten per cent as 10% or 0.1.',
  },
  'reversal-reason-missing': {
    status: 422,
    sentence: 'A reversal needs a reason.',
    remedy: 'Say why the money went back: --reason "the transfer bounced".',
  },
  'already-reversed': {
    status: 409,
    sentence: 'The payment {id} was reversed before, by {reversal}.',
    remedy: 'A payment goes back once; if the money came again, enter it as a new payment.',
  },
  'payment-not-reversed': {
    status: 404,
    sentence: 'The payment {id} was not reversed.',
    remedy: 'See it with: webizen payment show {id}.',
  },
  'payout-unknown': {
    status: 404,
    sentence: 'There is no payout {id}.',
    remedy: 'See all of them with: webizen payout list.',
  },
  'payout-exceeds': {
    status: 409,
    sentence: '{name} has {due} {currency} to receive; {amount} {currency} is more.',
    remedy: 'Pay out at most {due} {currency}; see what is due with: webizen payout list.',
  },
  'payout-waits': {
    status: 409,
    sentence: '{name} has earned it, but {waiting} {currency} waits: a payment went back.',
    remedy:
      'Pay out at most {due} {currency} now; the rest when the next payment has filled the gap.',
  },
  'nothing-held': {
    status: 409,
    sentence: 'Nothing is held for what works build on, so there is nothing to sweep.',
    remedy: 'See what is held with: webizen ledger accounts.',
  },
  'deficit-elsewhere': {
    status: 409,
    sentence: 'Nothing is owed here in {currency}, but {missing} that had been earned went back.',
    remedy: 'Exchange it first, and pay in the currency that is missing: --currency.',
  },
  'nothing-owed': {
    status: 409,
    sentence: 'Nothing is owed here, so there is nothing to pay.',
    remedy: 'Give it as a gift, or pay for a release that still owes: webizen work show WORK.',
  },

  // licences
  'licence-not-open': {
    status: 422,
    sentence: '"{licence}" is not an open licence that a work may open as.',
    remedy: 'Choose one of: {licences}.',
  },
  // agreements
  'preset-unknown': {
    status: 400,
    sentence: 'No preset is called "{preset}".',
    remedy: 'Choose one of: {presets}.',
  },
  'terms-malformed': {
    status: 400,
    sentence: 'The term {key} cannot be read: {reason}.',
    remedy: 'Write it as {expected}.',
  },
  'terms-unknown': {
    status: 400,
    sentence: 'The agreement has no term "{key}".',
    remedy: '{near} See docs/concepts/agreement.md for all terms.',
  },
  'terms-out-of-range': {
    status: 422,
    sentence: '{key} is {value}; it may be {range}.',
    remedy: 'Choose a value within the range, or leave the term out for its default.',
  },
  'ceiling-missing': {
    status: 422,
    sentence:
      'What waits may only grow up to a ceiling: delay.rate is {rate}, and no ceiling from {least} on is named.',
    remedy: 'Name delay.ceiling, from {least} to 4 times the cost, or set delay.rate to 0.',
  },
  'pool-below-half': {
    status: 422,
    sentence:
      'Host, reserve and upstream together take {taken} of each payment; at most half may go there.',
    remedy: 'Lower split.host, split.reserve or the upstream shares.',
  },
  'return-too-high': {
    status: 422,
    sentence: '{key} is {value}; nobody may be owed more than {limit} times the cost.',
    remedy: 'Choose a return from 1 to {limit}.',
  },
  'forms-differ': {
    status: 409,
    sentence: 'The text is not what its terms say: {what} differs.',
    remedy: 'Render the text again from the terms, and compare what was signed.',
  },
  'template-unknown': {
    status: 400,
    sentence: 'No template of the agreement has the version "{template}".',
    remedy: 'Use a newer version of this program, which knows it.',
  },
  'agreement-missing': {
    status: 409,
    sentence: '{work} has no agreement yet.',
    remedy: 'Draft one: webizen agreement draft WORK --preset award.',
  },
  'version-unknown': {
    status: 404,
    sentence: 'The agreement has no version {version}; the newest is {newest}.',
    remedy: 'Name a version from 1 to {newest}: webizen agreement show WORK.',
  },
  'version-superseded': {
    status: 409,
    sentence: 'Version {version} is no longer open for signing; version {governing} is in force.',
    remedy: 'Sign version {governing}.',
  },
  'machine-cannot-sign': {
    status: 422,
    sentence: '{agent} is a machine; machines do not sign agreements.',
    remedy: 'Let the person or organisation responsible for it sign: {responsible}.',
  },
  'text-not-shown': {
    status: 409,
    sentence: 'The signature is over another text than version {version} has.',
    remedy: 'Read the text again (webizen agreement show WORK) and sign what it says.',
  },
  'already-signed': {
    status: 409,
    sentence: '{agent} has signed version {version} already.',
    remedy: 'Nothing needs to be done; the first signature holds.',
  },
  'locked-term': {
    status: 409,
    sentence:
      'Version {version} changes {keys}, which needs all claim holders of the release; missing: {missing}.',
    remedy: 'Ask them to sign version {version}; until then the version before holds.',
  },

  // imports
  'source-missing': {
    status: 404,
    sentence: 'There is nothing at {path}.',
    remedy: 'Check the path; what lies on another machine is cloned or copied to this one first.',
  },
  'path-elsewhere': {
    status: 403,
    sentence: 'A path is looked at only from the machine of the node itself.',
    remedy: 'Open the app there, on localhost; or choose a history file on this device.',
  },
  'source-unknown': {
    status: 422,
    sentence: '{path} is neither a git repository nor a history file.',
    remedy:
      'Name the folder of a repository, or a file that begins with "#format", or that in gzip.',
  },
  'not-a-repository': {
    status: 422,
    sentence: '{path} is not in a git repository.',
    remedy: 'Name the folder of a repository, or run git init there and commit.',
  },
  'repository-empty': {
    status: 422,
    sentence: 'The repository at {path} has no commits yet.',
    remedy: 'Commit something first, or enter the work by hand: webizen contribution add.',
  },
  'head-missing': {
    status: 422,
    sentence: 'HEAD of {path} names a branch that is not there.',
    remedy: 'Name one that is: --branch {branch}.',
  },
  'branch-missing': {
    status: 404,
    sentence: '{path} has no branch, tag or commit "{branch}".',
    remedy: 'See what it has with: git branch --all.',
  },
  'repository-shallow': {
    status: 422,
    sentence: 'The history at {path} was cut off when it was cloned, so that people are missing.',
    remedy:
      'Run there: git fetch --unshallow. To read what is there all the same: --allow-shallow.',
  },
  'repository-damaged': {
    status: 422,
    sentence: 'The history at {path} cannot be read to its end: {detail}.',
    remedy: 'Run there: git fsck. A fresh clone, without --filter, has all that is missing.',
  },
  'repository-not-trusted': {
    status: 403,
    sentence: '{path} belongs to another user, and this git reads it only if you say so.',
    remedy: 'If you trust it, run: git config --global --add safe.directory "{path}".',
  },
  'git-missing': {
    status: 503,
    sentence: 'The program git is not on this machine, or not on the path.',
    remedy: 'Install git (git-scm.com), then try again.',
  },
  'history-format-unknown': {
    status: 422,
    sentence: '{path} is not a history in a format that is known here (its format: {format}).',
    remedy: 'Its first line has to be "#format webizen-git-export/1".',
  },
  'history-malformed': {
    status: 422,
    sentence: 'Line {line} of {path} does not fit: {reason}.',
    remedy: 'Repair that line, or export the history again; nothing of it was taken.',
  },
  'history-empty': {
    status: 422,
    sentence: 'The history in {path} has no commits.',
    remedy: 'Export it again from a repository that has some.',
  },
  'archive-truncated': {
    status: 422,
    sentence: 'The compressed file {path} ends too early: a part of it is missing.',
    remedy: 'Copy or download it again, and compare the sizes; nothing of it was taken.',
  },
  'archive-damaged': {
    status: 422,
    sentence: 'The compressed file {path} is damaged: {detail}.',
    remedy: 'Copy or download it again; nothing of it was taken.',
  },
  'import-format-unknown': {
    status: 400,
    sentence: 'There is no import format "{format}".',
    remedy: 'Use one of: {formats}.',
  },
  'import-author-missing': {
    status: 400,
    sentence: '{path} does not say whose time it is.',
    remedy: 'Name the person with --whose NAME.',
  },
  'sheet-too-large': {
    status: 413,
    sentence: '{path} is larger than {limit} bytes, which no time sheet is.',
    remedy: 'Export a shorter period, or split the file.',
  },
  'sheet-empty': {
    status: 422,
    sentence: '{path} has no entries.',
    remedy: 'Export it again, and check the period.',
  },
  'sheet-encoding': {
    status: 422,
    sentence: '{path} is not text: {why}.',
    remedy: 'Export it again as CSV in UTF-8; a workbook (.xlsx) is saved as CSV first.',
  },
  'sheet-malformed': {
    status: 422,
    sentence: '{path} is not a well-formed table: {why}.',
    remedy: 'Repair it there, or export it again; nothing of it was taken.',
  },
  'sheet-columns': {
    status: 422,
    sentence:
      'The columns of {path} are not those of {format}. Found: {found}. Expected: {expected}.',
    remedy:
      'Choose the format that fits with --format, or export it with those columns: {problem}.',
  },
  'sheet-value': {
    status: 422,
    sentence: 'Line {line} of {path}: "{text}" in {column} is not {expected}.',
    remedy: 'Repair that value, or leave the line out; nothing of the file was taken.',
  },
  'payment-currency-differs': {
    status: 422,
    sentence: 'The rate is in {owed}, so what is owed is too; the payment is in {paid}.',
    remedy: 'Give the payment in {owed}, or a rate in {paid}: --rate 50 --rate-currency {paid}.',
  },
  'dates-ambiguous': {
    status: 422,
    sentence: 'The dates of {path} can be read in two ways ({text} on line {line}).',
    remedy: 'Say which: --dates us (month first) or --dates eu (day first).',
  },
  // agents, found and claimed
  'agent-unknown': {
    status: 404,
    sentence: 'No agent has the id or name "{id}".',
    remedy: 'See who there is with: webizen agent list.',
  },
  'agent-ambiguous': {
    status: 409,
    sentence: 'Several agents are called "{text}": {candidates}.',
    remedy: 'Name the one that is meant by its id.',
  },
  'agent-unclaimed': {
    status: 403,
    sentence: '{name} ({agent}) has no key: nobody has claimed this name yet.',
    remedy: 'Add the person with a key, then: webizen agent claim.',
  },
  'agent-not-unclaimed': {
    status: 409,
    sentence: '{name} ({agent}) acts for themselves and cannot be claimed.',
    remedy: 'Only a name that an import or a payment brought can be claimed.',
  },
  'already-claimed': {
    status: 409,
    sentence: '{name} ({agent}) was claimed before, by {claimedBy}.',
    remedy: 'Nothing needs to be done; ask the owner of the node if it was the wrong person.',
  },
  'claim-not-yours': {
    status: 403,
    sentence: '{by} cannot say who {agent} is.',
    remedy: 'Ask the owner of the node, or the steward of every work that the name is in.',
  },
  'key-in-use': {
    status: 409,
    sentence: 'The public key {publicKey} is that of another agent.',
    remedy: 'Make a key for this agent alone: each signs for themselves.',
  },
  'node-founded': {
    status: 409,
    sentence: 'This node was founded before.',
    remedy: 'Found another one in an empty directory: --data DIR.',
  },
  // currencies and kinds, added
  'currency-known': {
    status: 409,
    sentence: 'There is a currency "{code}" already.',
    remedy: 'Use it as it is, or choose another code.',
  },
  'kind-known': {
    status: 409,
    sentence: 'There is a kind of contribution "{kind}" already.',
    remedy: 'Use it as it is, or choose another name.',
  },
  // works and releases, found
  'work-unknown': {
    status: 404,
    sentence: 'No work has the id or title "{id}".',
    remedy: 'See what there is with: webizen work list.',
  },
  'work-ambiguous': {
    status: 409,
    sentence: 'Several works are called "{text}": {candidates}.',
    remedy: 'Name the one that is meant by its id.',
  },
  'release-id-unknown': {
    status: 404,
    sentence: 'No release has the id "{id}".',
    remedy: 'See the releases of a work with: webizen work show WORK.',
  },
  'release-elsewhere': {
    status: 422,
    sentence: 'The release {release} is not one of the work {work}.',
    remedy: 'Name a release of this work: webizen work show WORK.',
  },
  'not-the-steward': {
    status: 403,
    sentence: 'Only the steward of the work can {verb}.',
    remedy: 'Ask the steward: {steward}.',
  },
  // agreements and contributions, found
  'agreement-unknown': {
    status: 404,
    sentence: 'No version of an agreement has the id "{id}".',
    remedy: 'See the versions of a work with: webizen agreement list --work WORK.',
  },
  'contribution-unknown': {
    status: 404,
    sentence: 'No contribution has the id "{id}".',
    remedy: 'See what there is with: webizen contribution list.',
  },
  'contribution-superseded': {
    status: 409,
    sentence: 'The contribution {contribution} was replaced by {by}.',
    remedy: 'Go on with the line that replaced it.',
  },

  // effort

  // contributions
  // agents
  'id-malformed': {
    status: 400,
    sentence: '"{id}" cannot be an id.',
    remedy: 'Use 1 to 100 letters and digits (A-Z, a-z, 0-9) and . _ -, a letter or digit first.',
  },
  'name-missing': {
    status: 400,
    sentence: 'Nothing of this name can be seen.',
    remedy: 'Write a name of at least one letter, digit or sign, in any script.',
  },
  'name-too-long': {
    status: 400,
    sentence: 'The name has {length} characters; it may have {limit}.',
    remedy: 'Shorten the name.',
  },
  'name-malformed': {
    status: 400,
    sentence: 'The name holds {what}, which would garble the lines that it stands in.',
    remedy: 'Take it out; any script and any direction of writing is welcome.',
  },
  'agent-kind-unknown': {
    status: 400,
    sentence: 'An agent cannot be a "{kind}".',
    remedy: 'It is a person, an organisation or a machine.',
  },
  'responsible-missing': {
    status: 422,
    sentence: 'A machine acts for somebody, and nobody is named who is responsible for {name}.',
    remedy: 'Name the person or organisation with: --responsible AGENT.',
  },
  'responsible-unfit': {
    status: 422,
    sentence: '{responsible} cannot be responsible for {name}: {why}.',
    remedy: 'Name a person or an organisation that has claimed its name and acts with a key.',
  },
  'responsible-unasked': {
    status: 403,
    sentence: '{responsible} has not said that they are responsible for {name}.',
    remedy: 'Have it added by them, or by the owner of the node.',
  },
  'responsible-needless': {
    status: 422,
    sentence: '{name} is a person, and a person is responsible for themselves.',
    remedy: 'Leave out --responsible, or add the agent as a machine.',
  },
  'jurisdiction-unknown': {
    status: 400,
    sentence: 'There is no country or subdivision with the code "{jurisdiction}".',
    remedy: 'Use ISO 3166: two letters such as AU, or with a subdivision such as AU-VIC.',
  },
  // keys
  'key-missing': {
    status: 409,
    sentence: 'This node does not keep the key of {agent}.',
    remedy: 'Sign with the key file that holds it: --key FILE.',
  },
  'key-elsewhere': {
    status: 409,
    sentence: 'The key that {agent} signs with is not on this device.',
    remedy:
      'Sign on a device that has a key of yours, or add this one from there. If none is left, ask ' +
      'whoever invited you for a new invitation: you then sign with a new key.',
  },
  'signing-key-ended': {
    status: 403,
    sentence: 'The key {publicKey} was ended; it signs nothing any more.',
    remedy:
      'Sign on a device whose key still lives. To sign on this one again, let it make a new key, ' +
      'and add that from the other device.',
  },
  'key-known': {
    status: 409,
    sentence: 'The key {publicKey} is yours already.',
    remedy: 'Nothing needs to be done; it can sign for you.',
  },
  'key-ended': {
    status: 409,
    sentence: 'The key {publicKey} was ended before, and never comes back.',
    remedy: 'Let the device make a new key, and add that.',
  },
  'key-not-yours': {
    status: 403,
    sentence: 'The key {publicKey} is not one of yours.',
    remedy: 'End only your own; see them with: webizen key chain AGENT.',
  },
  'key-last': {
    status: 409,
    sentence: 'The key {publicKey} is the only one that can still sign for you.',
    remedy: 'Add the key of another device first: nobody else can give you one.',
  },
  'keys-too-many': {
    status: 409,
    sentence: 'You have {limit} keys that can sign, and no more are kept.',
    remedy: 'End one that you no longer need.',
  },
  'key-of-node': {
    status: 409,
    sentence: 'The machine that signs the record of this node has one key, for good.',
    remedy: 'Add keys to people, to organisations and to other machines.',
  },
  'offer-malformed': {
    status: 400,
    sentence: 'This is not the offer of a key.',
    remedy: 'Take the whole link or text from the new device, and nothing else.',
  },
  'possession-elsewhere': {
    status: 409,
    sentence: 'The new key was offered for {agent} on {node}, not for you here.',
    remedy: 'Let the new device offer its key again, for your name on this node.',
  },
  'possession-wrong': {
    status: 422,
    sentence: 'Nothing shows that whoever offers this key has it: its signature does not fit.',
    remedy: 'Take the offer again from the device that made the key, and change nothing in it.',
  },
  'possession-expired': {
    status: 410,
    sentence: 'The offer of this key held until {at}.',
    remedy: 'Let the new device offer its key again, and add it then.',
  },
  'possession-too-long': {
    status: 422,
    sentence: 'An offer of a key holds for {minutes} minutes, and this one for longer.',
    remedy: 'Check the clock of the new device, and let it offer its key again.',
  },
  'key-kept': {
    status: 409,
    sentence: 'This node keeps a key of {agent} already.',
    remedy: 'Use it; a key is never written over, as what it has signed would be lost.',
  },
  'passphrase-missing': {
    status: 403,
    sentence: 'The key in {file} is sealed, and no passphrase was given.',
    remedy: 'Start the node again with the passphrase in WEBIZEN_PASSPHRASE.',
  },
  'passphrase-wrong': {
    status: 403,
    sentence: 'The passphrase does not open the key in {file}.',
    remedy: 'Give the passphrase that it was sealed with in WEBIZEN_PASSPHRASE.',
  },
  'key-file-damaged': {
    status: 422,
    sentence: 'The key file {file} is damaged: {why}.',
    remedy: 'Restore this file from a backup; the node makes no new key in its place.',
  },
  'key-file-exists': {
    status: 409,
    sentence: 'There is a file at {file} already.',
    remedy: 'Name another file; a key is never written over.',
  },
  'key-file-missing': {
    status: 404,
    sentence: 'There is no key file at {file}.',
    remedy: 'Check the path, or make a key with: webizen key new FILE.',
  },
} as const satisfies Record<string, RefusalEntry>;

/** The name of a refusal. */
export type RefusalCode = keyof typeof refusals;

/** Values that a refusal's sentence and remedy name. Never secrets. */
export type RefusalValues = Readonly<Record<string, string | number | bigint>>;

const fill = (template: string, values: RefusalValues): string =>
  template.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));

/** Thrown for every expected "no". The same in the command line, in HTTP and in the docs. */
export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly values: RefusalValues;
  readonly remedy: string;
  readonly status: number;

  constructor(code: RefusalCode, values: RefusalValues = {}) {
    const entry: RefusalEntry = refusals[code];
    super(fill(entry.sentence, values));
    this.name = 'Refusal';
    this.code = code;
    this.values = values;
    this.remedy = fill(entry.remedy, values);
    this.status = entry.status;
  }
}

/** Refuses: throws the named refusal with its values filled in. */
export function refuse(code: RefusalCode, values: RefusalValues = {}): never {
  throw new Refusal(code, values);
}
