# SPDX-FileCopyrightText: The carbonflow authors
# SPDX-License-Identifier: GPL-3.0-or-later

# To be sourced: finds the container engine of this machine, and installs podman where there is none
# and Debian's packages can be had. Sets `engine`; where none works it says so and ends the script,
# for the check is then left out.

left_out() {
  echo "$(basename "$0"): LEFT OUT: $1"
  exit 0
}

# The one that is named, else the first that works: docker may be here as a client without an engine.
find_engine() {
  engine=${CARBONFLOW_ENGINE:-}
  [ -z "$engine" ] || return 0
  for engine in $(command -v podman docker); do
    ! "$engine" info >/dev/null 2>&1 || return 0
  done
  engine=
}

# Installs Debian packages, if this is Debian and we may.
install_packages() {
  [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null \
    && { apt-get update -q && apt-get install -y -q --no-install-recommends "$@"; } >&2
}

find_engine
if [ -z "$engine" ]; then
  install_packages podman runc \
    || left_out "neither podman nor docker works here, and podman cannot be installed"
  find_engine
  [ -n "$engine" ] || left_out "podman was installed, and does not work; see what 'podman info' says"
fi
"$engine" info >/dev/null 2>&1 || left_out "$engine does not work here; see what '$engine info' says"

# Chooses other settings if a container of an image does not start with podman's own.
choose_settings() {
  starts() {
    "$engine" run --rm --network=none --entrypoint=/bin/sh "$1" -c :
  }
  local said
  if ! said=$(starts "$1" 2>&1); then
    [ -n "${CONTAINERS_CONF:-}" ] || export CONTAINERS_CONF=$PWD/kubeflow/checks/containers.conf
    starts "$1" >/dev/null 2>&1 || left_out "$engine starts no container here: $said"
  fi
}
