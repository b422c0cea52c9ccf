#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# Rules of CONTRIBUTING.md that a program can check. Prints each breach with its place; the exit code says if there is one.
set -u
cd "$(dirname "$0")/../.." || exit 1
# Another user than the owner of the checkout may run this.
git="git -c safe.directory=*"
breaches=0

# forbid WHAT PATTERN PATH…: no line of the files may match.
forbid() {
    what=$1
    pattern=$2
    shift 2
    if found=$($git grep -nE "$pattern" -- "$@"); then
        printf '%s:\n%s\n' "$what" "$found"
        breaches=1
    fi
}

for file in $($git ls-files '*.cpp' '*.h' '*.sh' 'CMakeLists.txt' '*/CMakeLists.txt'); do
    head -n 2 "$file" | grep -q 'SPDX-License-Identifier: GPL-2.0-or-later' || {
        echo "No SPDX line: $file"
        breaches=1
    }
done

forbid "core must not know Gui or Widgets" '#include <Q(Widget|MainWindow|Dialog|Icon|Pixmap|Painter|GuiApplication|Application)>' core app/cli
forbid "core/gss must not know Qt" '#include <Q|#include "core/(base|profile|catalogue|krb|sql|connect)' core/gss app/plugin
forbid "core must not know ui or app" '#include "(ui|app)/' core
forbid "ui must not know app" '#include "app/' ui
forbid "krb5 headers belong to core/krb and core/gss" '#include <(krb5|gssapi|profile)' core/base core/profile core/catalogue core/sql core/connect ui app/gui app/cli
forbid "Connector/C++ belongs to one file" '#include <(cppconn|mysql_driver|mysql_connection)' core ui app ':!core/sql/cppconnconnection.cpp'
forbid "Qt's HTTP client answers Negotiate by itself, and nothing documented switches that off: use core/catalogue" 'QNetworkAccessManager>|QNetworkReply>' core ui app
forbid "nested event loops and blocking calls" 'processEvents|BlockingQueuedConnection|: public QThread' core ui app/gui
forbid "QFuture::then(context, …) asserts that the context outlives the future: use whenDone()" '\.then\([A-Za-z_]+(\(\))?,' core ui app
forbid "fixed sleeps" '(sleep_for|usleep|msleep|qSleep|QTest::qWait)\(' core ui app tests
forbid "left-over markers" '(TODO|FIXME|XXX|HACK)' core ui app tests packaging ':!tests/rules/sources.sh'

exit $breaches
