# SPDX-FileCopyrightText: The carbonflow authors
# SPDX-License-Identifier: GPL-3.0-or-later

# To be read by kubeflow/checks/real: how it starts runs, looks at them and counts.
# shellcheck shell=bash disable=SC2154,SC2034

passed=0 failed=0 unseen=0
# check WHAT COMMAND...: one line; the end of the command's output too if it fails.
check() {
  local start=$SECONDS
  if "${@:2}" >"$work/check.log" 2>&1; then
    passed=$((passed + 1))
    echo "passed: $1 ($((SECONDS - start)) s)"
  else
    failed=$((failed + 1))
    echo "FAILED: $1 ($((SECONDS - start)) s)"
    tail -n 20 "$work/check.log" | sed 's/^/  /'
  fi
}
# The same of the webhook, where its messages can be read.
check_webhook() {
  if [ -n "$webhook" ]; then
    check "$@"
  else
    unseen=$((unseen + 1))
    echo "not looked at: $1 (CARBONFLOW_CHECK_WEBHOOK_LOG is not set)"
  fi
}

kf() {
  ./carbonflow kubeflow "$@"
}

# start NAME PIPELINE PARAMETER...: starts the run real-STAMP-NAME of this time's version.
going=()
start() {
  local name=real-$stamp-$1 pipeline=$2
  shift 2
  going+=("$name")
  kf run "$pipeline" --version="real-$stamp" --name="$name" \
    --service-account="${CARBONFLOW_SERVICE_ACCOUNT:-carbonflow-runner}" \
    ${endpoint:+"--param=s3_endpoint=$endpoint"} "${@/#/--param=}"
}
# Stops what goes on, when this ends.
stop_all() {
  local run
  for run in ${going[@]+"${going[@]}"}; do
    kf stop "$run" || true
  done >"$work/stop.log" 2>&1
}
# ends NAME CODE: follows a run to its end.
ends() {
  local code=0
  kf status "real-$stamp-$1" --wait --timeout="${CARBONFLOW_CHECK_TIMEOUT:-40m}" \
    >"$work/$1.end.log" 2>&1 || code=$?
  cat "$work/$1.end.log"
  [ "$code" -eq "$2" ]
}
runs_well() {
  start "$@" && ends "$1" 0
}
fails() {
  start "$@" && ends "$1" 1
}

# says REGEX COMMAND...: whatever its exit code is.
says() {
  "${@:2}" >"$work/says.log" 2>&1 || true
  cat "$work/says.log"
  grep -qE -- "$1" "$work/says.log"
}
# The same as soon as it does so: for runs that are stuck.
says_at_last() {
  local end=$((SECONDS + patience))
  until says "$@" >/dev/null; do
    if [ $SECONDS -ge $end ]; then
      echo "not within $patience s: $1"
      says "$@"
      return 1
    fi
    sleep 10
  done
}
# Whether doctor says in one line that a run is stuck.
doctor_says() {
  says "real-$stamp-$1.*$2" kf doctor
}

# The messages about a run, one message a line.
messages() {
  if [ -f "$webhook" ]; then cat "$webhook"; else bash -c "$webhook"; fi | grep -F -- "real-$stamp-$1"
}
# told NAME REGEX: it was told once, and so.
told() {
  messages "$1" >"$work/messages.log" || { echo "it was told nothing"; return 1; }
  cat "$work/messages.log"
  [ "$(wc -l <"$work/messages.log")" -eq 1 ] && grep -qE -- "$2" "$work/messages.log"
}
not_told() {
  ! told "$@"
}
untold() {
  ! messages "$1"
}

copy() {
  "$JAVA_HOME/bin/java" -cp 'pipeline/target/lib/*' kubeflow/checks/Copy.java "$1" "$2"
}
# same NAME OTHER: whether two runs have left the same objects, moments aside.
same() {
  local name
  for name in "$1" "$2"; do
    rm -rf "$work/stores/$name"
    copy "$base/$name" "$work/stores/$name" || return 1
  done
  diff -r -I '^ *"\(published\|at\)": "20' "$work/stores/$1" "$work/stores/$2" \
    && find "$work/stores/$2" -type f | grep .
}
# A run here, which leaves below the store what one on Kubeflow has to leave.
here() {
  local name=$1 pipeline=$2
  shift 2
  ./carbonflow run "$pipeline" --no-cache --output="$work/$name" --param="store=$base/$name" "${@/#/--param=}"
}

# upload_broken NAME WAY: a pipeline of its own whose first task fails in that way.
upload_broken() {
  "$python" kubeflow/checks/broken.py kubeflow/pipelines/inference.yaml "real-$1" "$image" "$2" \
    "$work/$1.yaml"
  kf upload "$work/$1.yaml" --version="real-$stamp"
}
