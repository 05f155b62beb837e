# SPDX-FileCopyrightText: The carbonflow authors
# SPDX-License-Identifier: GPL-3.0-or-later

# To be read: how scripts wait for a server of the tests that they have started in the background.
# shellcheck shell=sh

# await PROCESS FILE TEXT LOG: until FILE holds TEXT. A busy machine takes its time: what is waited for is
# said every 20 seconds. If the process ends before, or nothing comes in five minutes, the script ends,
# with the end of the server's log. Both times can be set, in AWAIT_TELL and AWAIT_SECONDS.
await() {
  await_tell=$(($(date +%s) + ${AWAIT_TELL:-20}))
  await_end=$(($(date +%s) + ${AWAIT_SECONDS:-300}))
  until grep -qs -- "$3" "$2"; do
    if ! kill -0 "$1" 2>/dev/null; then
      # It may have said so last of all.
      grep -qs -- "$3" "$2" || await_in_vain "has ended" "$@"
      return 0
    elif [ "$(date +%s)" -ge "$await_end" ]; then
      await_in_vain "takes more than ${AWAIT_SECONDS:-300} s" "$@"
    elif [ "$(date +%s)" -ge "$await_tell" ]; then
      echo "$(basename "$0"): waiting for '$3' in $2" >&2
      await_tell=$(($(date +%s) + ${AWAIT_TELL:-20}))
    fi
    sleep 0.2
  done
}

await_in_vain() {
  echo "$(basename "$0"): the server $1, and '$4' does not stand in $3; its log, $5, ends:" >&2
  tail -n 20 "$5" >&2 || true
  exit 1
}
