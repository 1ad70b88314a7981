# SPDX-License-Identifier: GPL-3.0-or-later
# What src/run and tests/run share. Sourced by them, with $root set to the top of the checkout.
# Progress goes to standard error: standard output belongs to the program and to the tests' result.

say ()
{
  printf '%s\n' "$*" >&2
}

die ()
{
  say "$*"
  exit 1
}

# phase LOG SENTENCE COMMAND...: one line on the terminal; the command's output only when it fails.
phase ()
{
  phase_log=$1
  say "$2 …"
  shift 2
  LC_ALL=C.UTF-8 "$@" >>"$phase_log" 2>&1 </dev/null && return
  tail -n 40 "$phase_log" >&2
  die "That failed. The whole output is in $phase_log"
}

packages_of () # KIND...
{
  for kind
  do
    sed -n "s/^$kind \{1,\}\([a-z0-9.+-]*\).*/\1/p" "$root/src/packages.txt"
  done
}

missing_packages () # KIND...
{
  wanted=
  for kind
  do
    # Any font that covers Chinese will do; the package is a large one.
    [ "$kind" = font ] && [ -n "$(fc-list :lang=zh family 2>/dev/null)" ] && continue
    wanted="$wanted $(packages_of "$kind" | tr '\n' ' ')"
  done
  present=" $(dpkg-query -W -f='${db:Status-Status} ${Package}\n' $wanted 2>/dev/null |
              sed -n 's/^installed //p' | tr '\n' ' ')"
  for package in $wanted
  do
    case $present in *" $package "*) ;; *) printf '%s ' "$package" ;; esac
  done
}

# The libraries and their floors, as meson.build names them.
libraries ()
{
  grep -o "dependency('[^']*', version: '>= [^']*')" "$root/meson.build" |
    sed "s/dependency('\([^']*\)', version: '>= \([^']*\)')/\1 \2/"
}

missing_tools ()
{
  for tool in cc meson ninja msgfmt pkg-config
  do
    command -v "$tool" >/dev/null 2>&1 || printf ' %s' "$tool"
  done
  libraries | while read -r library floor
  do
    pkg-config --atleast-version="$floor" "$library" 2>/dev/null || printf ' %s' "$library"
  done
}

install_with_apt () # PACKAGE...
{
  as_root=
  if [ "$(id -u)" -ne 0 ]
  then
    command -v sudo >/dev/null 2>&1 || return 1
    as_root=sudo
  fi
  apt_log=$(mktemp "${TMPDIR:-/tmp}/xinbiao-install.XXXXXX")
  say "Installing with apt: $*"
  # The lists may be old or, on a fresh machine, not there at all. No network is seen by the second step.
  $as_root apt-get -q update >>"$apt_log" 2>&1 || :
  if $as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=300 \
       install -y --no-install-recommends "$@" >>"$apt_log" 2>&1 </dev/null
  then
    rm -f "$apt_log"
  else
    tail -n 15 "$apt_log" >&2
    say "apt could not install them. The whole output is in $apt_log"
    return 1
  fi
}

# need KIND...: installs what is missing; asks nothing of the network where nothing is missing.
need ()
{
  if command -v apt-get >/dev/null 2>&1 && command -v dpkg-query >/dev/null 2>&1
  then
    packages=$(missing_packages "$@")
    [ -z "$packages" ] || install_with_apt $packages ||
      say "Not installed, and only an administrator can: apt-get install $packages"
  fi
  tools=$(missing_tools)
  [ -z "$tools" ] || die "Xinbiao needs a C compiler, meson ≥ 1.0, ninja, gettext, pkg-config,$(
    libraries | sed 's/\(.*\) / \1 ≥ /' | tr '\n' ',' | sed 's/,$/;/')" "missing or too old here:$tools. README.md names the packages."
}

# become_user ARGUMENT...: under sudo only the installing needs root. Go on as the one who called sudo, so that
# the built files and the business's data belong to them. setpriv gives the rights of root up for good. sudo takes
# the session's variables away; without them a window would come late or not at all.
become_user ()
{
  [ "$(id -u)" -eq 0 ] && [ "${SUDO_UID:-0}" -ne 0 ] && command -v setpriv >/dev/null 2>&1 || return 0
  entry=$(getent passwd "$SUDO_UID") || return 0
  name=${entry%%:*}
  home=$(printf '%s' "$entry" | cut -d: -f6)
  if ! setpriv --reuid="$SUDO_UID" --regid="$SUDO_GID" --init-groups test -r "$root/meson.build"
  then
    say "$name may not read $root, so this goes on as root."
    return 0
  fi
  session=/run/user/$SUDO_UID
  [ ! -d "$session" ] || set_session "$session"
  exec setpriv --reuid="$SUDO_UID" --regid="$SUDO_GID" --init-groups \
    env -u SUDO_UID -u SUDO_GID -u SUDO_USER -u SUDO_COMMAND HOME="$home" USER="$name" LOGNAME="$name" \
    sh "$0" "$@"
}

set_session () # FOLDER
{
  XDG_RUNTIME_DIR=$1
  export XDG_RUNTIME_DIR
  if [ -S "$1/bus" ]
  then
    DBUS_SESSION_BUS_ADDRESS=unix:path=$1/bus
    export DBUS_SESSION_BUS_ADDRESS
  fi
  if [ -z "${WAYLAND_DISPLAY:-}" ] && [ -S "$1/wayland-0" ]
  then
    WAYLAND_DISPLAY=wayland-0
    export WAYLAND_DISPLAY
  fi
}

mine () # PATH: whether it is absent, or ours to write
{
  [ ! -e "$1" ] || { [ -w "$1" ] && [ -O "$1" ]; }
}

# build_folder NAME: build/NAME in the checkout; in the user's cache where the checkout is read-only or
# somebody else's, a folder for each checkout.
build_folder ()
{
  if [ -w "$root" ] && [ -O "$root" ] && mine "$root/build" && mine "$root/build/$1"
  then
    printf '%s/build/%s' "$root" "$1"
  else
    printf '%s/xinbiao/build-%s/%s' "${XDG_CACHE_HOME:-${HOME:?is not set}/.cache}" \
      "$(printf '%s' "$root" | cksum | cut -d' ' -f1)" "$1"
  fi
}

# build FOLDER JOBS OPTION...: configures where that is needed and compiles. The log lies beside the folder.
# A second start waits for the first, until build_done.
build ()
{
  folder=$1
  jobs=$2
  shift 2
  log=$folder.log
  mkdir -p "$(dirname "$folder")"
  if command -v flock >/dev/null 2>&1
  then
    exec 9>"$folder.lock"
    flock 9
  fi
  : >"$log"
  stamp="$root, meson $(meson --version), $*"
  if [ ! -f "$folder/build.ninja" ] || [ "$(cat "$folder/stamp" 2>/dev/null)" != "$stamp" ]
  then
    rm -rf "$folder"
    phase "$log" "Configuring" meson setup "$folder" "$root" "$@"
    printf '%s\n' "$stamp" >"$folder/stamp"
  fi
  phase "$log" "Building" meson compile -C "$folder" -j "$jobs"
}

build_done ()
{
  exec 9>&-
}
