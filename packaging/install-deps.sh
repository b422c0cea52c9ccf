#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# Installs, on Debian 12, what the named purposes need: build, sandbox, test, lint. Does nothing for what is there.
# Runs as root or with sudo. No service is started: the sandbox starts servers of its own.
set -eu

packages_for() {
    case $1 in
    build) echo "build-essential cmake ninja-build pkg-config ccache mold
        qt6-base-dev qt6-svg-dev qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools libgl-dev libfontconfig-dev
        libkrb5-dev libmariadb-dev libmysqlcppconn-dev libboost-dev libssl-dev libzip-dev
        qtkeychain-qt6-dev libsecret-1-0 libqscintilla2-qt6-dev libmariadbd-dev" ;;
    sandbox) echo "krb5-kdc krb5-admin-server krb5-user mariadb-server mariadb-client mariadb-plugin-gssapi-server
        openssl libqt6svg6 fonts-dejavu-core fonts-droid-fallback fonts-noto-color-emoji" ;;
    test) echo "mariadb-plugin-gssapi-client dbus-daemon faketime xvfb xauth mandoc procps gdb wireshark-common
        gnome-keyring libsecret-tools krb5-pkinit krb5-otp sssd-kcm zlib1g-dev
        nginx-light apache2-bin libapache2-mod-auth-gssapi awscli" ;;
    lint) echo "clang clang-format clang-tidy libclang-rt-14-dev shellcheck" ;;
    *) echo "install-deps.sh: unknown purpose '$1'; there are build, sandbox, test, lint" >&2; exit 2 ;;
    esac
}

missing=
for purpose in "$@"; do
    for package in $(packages_for "$purpose"); do
        dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q '^install ok installed' \
            || missing="$missing $package"
    done
done
[ -n "$missing" ] || exit 0

as_root=
if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || {
        echo "These packages are missing and sudo is not here; install them as root:$missing" >&2
        exit 1
    }
    as_root=sudo
fi

# Installing a server package must not start that server; policy-rc.d is Debian's way to say so.
policy=/usr/sbin/policy-rc.d
if [ ! -e $policy ]; then
    printf '#!/bin/sh\nexit 101\n' | $as_root tee $policy >/dev/null
    $as_root chmod 755 $policy
    trap '$as_root rm -f $policy' EXIT
fi

echo "Installing:$missing"
$as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq update
# shellcheck disable=SC2086 # a list of words
$as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends $missing >/dev/null
