<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
<context>
    <name>Text</name>
    <message>
        <source>List the saved connections.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print every field of a profile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save a new connection. A slash in NAME makes folders.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change what the options name, and nothing else. An empty value is the default.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove profiles.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List every credential cache with its tickets.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Get a ticket-granting ticket, as kinit does; no other principal’s cache is touched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Renew a ticket-granting ticket, as kinit -R does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Destroy tickets, as kdestroy does: the default cache if nothing is named.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a principal’s cache the default one, as kswitch does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run statements and print their rows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print what the server says of itself without a ticket and without logging in.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>latchkey::AtomicFile</name>
    <message>
        <source>“%1” could not be saved (%2). The old file is unchanged. Check the disk&apos;s free space and the folder&apos;s permissions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” could not be read (%2). Check who owns it and its permissions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” was saved, but the disk did not confirm it (%2). Check the disk and save again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>latchkey::ConnectProgress</name>
    <message>
        <source>Look up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TLS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Authenticate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not begun</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2:%3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>latchkey::Connector</name>
    <message>
        <source>The ticket of %1 has expired. Sign in again, then connect.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This profile connects as %1, but somebody else is signed in. Sign in as %1; the other tickets stay as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody is signed in. Sign in, then connect.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not signed in. Sign in, then connect.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>latchkey::Environment</name>
    <message>
        <source>Production</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Staging</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>latchkey::ErrorBanner</name>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the message with its details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>latchkey::HelpDialogs</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kerberos single sign-on for MySQL-family databases: sign in once, then connect.

Free software under the GNU General Public License, version 2 or later. Built on Qt, MIT Kerberos, MariaDB Connector/C, MySQL Connector/C++ and QScintilla.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Latchkey</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>latchkey::HistoryList</name>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Statement</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>latchkey::Identities</name>
    <message>
        <source>The ticket is renewed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) destroyed.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n credential cache(s) destroyed.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is the default identity now.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>latchkey::IdentityBar</name>
    <message>
        <source>expired %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>valid %1, renewable %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>valid %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no ticket-granting ticket</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Default identity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everybody who is signed in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Sign in…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Get a ticket with a password or a keytab (kinit)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Renew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Get a fresh ticket without the password (kinit -R)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Destroy…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Destroy the tickets of this identity or of all (kdestroy)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No default identity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody is signed in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for tickets…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one of those who are signed in, or sign in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in to connect without passwords.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in as somebody else…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>latchkey::Job</name>
    <message>
        <source>Cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>latchkey::JsonReader</name>
    <message>
        <source>the text is not UTF-8</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file ends too early</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this is not valid JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an object in braces is expected here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a list in brackets is expected here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>objects and lists are nested too deeply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is there twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an object has too many members</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a text in quotes is expected here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a text is too long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a whole number is expected here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>true or false is expected here</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>latchkey::LoginDialog</name>
    <message>
        <source>Sign in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in with Kerberos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One sign-in opens every connection of that identity.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>alice@REALM, or just alice in the default realm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Principal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use a &amp;keytab instead of the password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Path of the keytab file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keytab file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the keytab file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Principal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pass&amp;word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a keytab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking the realm’s KDC…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking the KDC of %1…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>latchkey::MainWindow</name>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quick open…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Identity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Sign in…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Renew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Destroy tickets…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all credential caches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Connect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reconnect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Disconnect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Next session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Previous session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;lose session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Query</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Run statement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run &amp;all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Filter profiles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Refresh tickets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Profiles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Tickets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>T&amp;heme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the &amp;desktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>D&amp;ark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About Latchkey</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About &amp;Qt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latchkey</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 – Latchkey</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start with a profile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A profile says which server and whose tickets. Make one with Ctrl+N.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in, then connect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in once with Ctrl+L; after that a double-click on a profile connects, without a password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No session is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Double-click a profile, or press Ctrl+P and type a few letters of its name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n open session(s) stay connected until they are closed.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>You have to sign in again to connect.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Destroy tickets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Destroy %1?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (copy)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove “%1”?</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Remove %n profile(s)?</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Remove profiles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The databases themselves are not touched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Remove %n profile(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>latchkey::MessageList</name>
    <message>
        <source>%1 affected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, and more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Elapsed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Statement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>latchkey::PasswordDialog</name>
    <message>
        <source>Database password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Used for this connection only; Latchkey keeps it nowhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>latchkey::ProfileEditor</name>
    <message>
        <source>Red</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orange</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Green</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Teal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Violet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grey</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New profile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save profile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>orders writer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Production/Europe; empty: no folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Environment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not said</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>En&amp;vironment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Co&amp;lour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Read only: nothing can be written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Profile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>orders.cluster-abc.eu-west-1.rds.amazonaws.com</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>P&amp;ort</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Default schema</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;chema</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No&amp;tes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Authentication</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kerberos (Aurora MySQL, MySQL Enterprise)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GSSAPI (MariaDB)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Database password, asked for each time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Authentication</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>whoever is signed in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Principal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Principal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Database account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Acco&amp;unt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none: sign in by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keytab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keytab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a keytab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>remembered at the first verified login</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Service principal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;PN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Identity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TLS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verify certificate and host name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verify the certificate only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encrypt, but trust anybody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off: everything readable on the way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;TLS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the system’s authorities</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Authorities file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Authorities</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a PEM file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Security</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as the principal’s user part</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>latchkey::ProfileJson</name>
    <message>
        <source>“%1” is no choice here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the id is no UUID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the folder is nested too deeply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a port is a number from 1 to 65535</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a profile without an “id” ends here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a profile without a “name” ends here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>two profiles have the id %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this is no file of Latchkey profiles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the version is unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The profile file “%1” is damaged at line %2: %3. Correct that place, or restore the file from a copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The profile file “%1” was written by a newer Latchkey. Update this one to use it; nothing has been changed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>latchkey::ProfileModel</name>
    <message>
        <source>Works as %1 until %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs sign-in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs sign-in as %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ticket of %1 expired %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrong principal: needs %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asks for the database password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>latchkey::ProfileStore</name>
    <message>
        <source>“%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no profile “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no profile “%1”. Similar names: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several profiles are named “%1”: %2. Name the one you mean with its folders.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is another profile “%1”. Choose another name or folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The profile cannot be saved: a text in it is too long, or not valid Unicode. Shorten or correct it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program has kept the profile file “%1” locked for 5 seconds. End that program, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The profile file “%1” cannot be changed. Check the folder&apos;s permissions and the disk&apos;s free space.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has been saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has been saved. The damaged file is now “%1”; saving again starts a new file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The profile is already gone.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>latchkey::ProfileTree</name>
    <message>
        <source>Filter profiles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name, host, account or principal (Ctrl+K)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Profiles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No profiles yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A profile is a saved connection: a server and the identity to sign in with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New profile…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No profile matches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The filter looks at name, folder, host, account and principal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Connect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit profile…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>D&amp;uplicate profile…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re&amp;move profile…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;New profile…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy &amp;host name</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>latchkey::QueryPane</name>
    <message>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comment or uncomment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no statement to run: write one, then press Ctrl+Enter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was sent, because this profile is read-only and the statement may write: “%1”. Use a profile that may write, or change this one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Production</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Run %n statement(s) that may write on %1?</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Run on production</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelling… %1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running… %1 s</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>latchkey::QuickOpen</name>
    <message>
        <source>Quick open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect to…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Profile to connect to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Profiles</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>latchkey::ResultGrid</name>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>No result yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run a statement with Ctrl+Enter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetch all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs the statement again without a row limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy with Column Names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for rows…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 so far, more ▸</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, incomplete: the statement did not end well.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>latchkey::ResultModel</name>
    <message>
        <source>%1
%2, may be NULL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1
%2, never NULL</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>latchkey::ResultTabs</name>
    <message>
        <source>Messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the first %1 results are shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>latchkey::SessionArea</name>
    <message>
        <source>Sessions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No session is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A statement is running in “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closing the session stops it; what it has changed and not committed is rolled back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop and close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server names a service of an unusual kind: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expected: %1
Now named: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server’s certificate is valid for %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing proves that this is the right server: its certificate could not be verified.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept the new service name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Should “%1” trust the service name that the server gives now?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept it only if you know that the server was renamed or moved: whoever is behind that name gets a ticket of yours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept the new name</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>latchkey::SessionHeader</name>
    <message>
        <source>Not encrypted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 verified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 not verified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 as %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Service: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1:%2, version %3, connection %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NOT CONNECTED</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>READ-ONLY</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>READ-WRITE</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>latchkey::SessionTab</name>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reconnect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept new service name…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel connecting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connecting to %1 was cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disconnected from %1. Texts and results stay until the tab is closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connecting to %1…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>latchkey::SqlEditor</name>
    <message>
        <source>SQL</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>latchkey::TicketModel</name>
    <message>
        <source>%1 left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expired %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ticket for %1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unreadable cache</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty cache</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Default cache %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cache %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>latchkey::TicketPanel</name>
    <message>
        <source>No tickets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in once: the ticket opens every connection of that identity.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Credential caches and their tickets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details of the chosen ticket</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Get a ticket with a password or a keytab (kinit)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Renew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Get a fresh ticket without the password (kinit -R)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other programs use this identity when none is named (kswitch)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Destroy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Destroy this ticket, its cache, or all (kdestroy)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This ticket…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cache…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All caches…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all credential caches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 – weak</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Client</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Valid from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expires</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Renew until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Session key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ticket key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Principal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cache</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Used by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this and other programs, when none is named</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latchkey only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>programs that name it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the ticket for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the tickets of %1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the cache %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>latchkey::TicketSource</name>
    <message>
        <source>The account on the server belongs to the realm %1, but you are signed in as %2. Sign in as %3@%1, or choose the matching principal in the profile.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>latchkey::Tour</name>
    <message>
        <source>The folder %1 for the pictures cannot be made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture %1.png cannot be written to %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tour waited in vain; the window as it is now is in late.png.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>latchkey::Validation</name>
    <message>
        <source>The profile needs a name of at most 255 characters, in one line and without control characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each folder needs a name of at most 255 characters, in one line and without control characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the server&apos;s host name or IP address alone, such as db1.example.com; the port has a field of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The port is a number from 1 to 65535.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A database user has at most 128 characters and no control characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A principal looks like alice@EXAMPLE.COM. Leave it empty to connect as whoever is signed in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the keytab&apos;s whole path, from the root folder on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A keytab may hold keys of several principals: enter the one to sign in as.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A service principal name looks like mysql/db1.example.com@EXAMPLE.COM. Leave it empty to have the first verified login fill it in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the whole path of the CA file, from the root folder on. Leave it empty to trust the system&apos;s authorities.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A colour is written #rrggbb, such as #c0392b.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>latchkey::cli::Text</name>
    <message>
        <source>Print data as JSON.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say what is done, and the details of errors.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print this help.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>latchkey-cli: Kerberos single sign-on for MySQL-family servers, without a display.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“latchkey-cli COMMAND --help” tells more about a command. The manual page latchkey-cli(1) lists the exit codes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (weak)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> (default)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> (Latchkey’s own)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SERVICE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>VALID FROM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>EXPIRES</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RENEW UNTIL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ENCRYPTION</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FLAGS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (expired)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed in as %1 until %2, in %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody is signed in. Sign in with “latchkey-cli sign-in PRINCIPAL”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give --keytab or --password-stdin, not both.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password for %1: </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give one of --all, --ccache and --service.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) destroyed.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cache(s) destroyed.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Sign in with a key from this file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the password from the first line of standard input.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The credential cache, as “tickets” names it; the default one if not given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every cache with all its tickets.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cache, as “tickets” names it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tickets for this service in every cache.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use it as: latchkey-cli %1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say what to do; “latchkey-cli --help” lists the commands.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no command “%1”; “latchkey-cli --help” lists them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The output could not be written (%1). Check the disk’s free space.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not offered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>offered, not used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, verified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, not verified: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Account asked for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plugin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SPN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Realm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TLS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Issued by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificate ends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(whoever is signed in)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The profile needs a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is no port: --port wants a number from 1 to 65535.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is no choice for --%2: use one of %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give --read-only or --read-write, not both.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PROFILE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ENDPOINT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AUTHENTICATION</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IDENTITY</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no profile yet. Add one with “latchkey-cli profiles add NAME --host HOST”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Host name or address of the server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Port of the server; 3306 if not given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Database user; the user part of the principal if not given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whose ticket is used; whoever is signed in if not given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keytab that signs the principal in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kerberos (Aurora, MySQL), gssapi (MariaDB) or password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>verify-identity, verify-ca, required or off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Authorities that certificates are verified with (PEM).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The only service principal name that is accepted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Default schema.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none, production, staging or test.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sessions cannot write.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sessions can write.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour of the profile, #rrggbb.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whatever should be remembered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The new name, with folders.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give --json or another --format, not both.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is no choice for --format: use one of table, tsv, csv, json.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give a statement with -e, such as -e &quot;select current_user()&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The profile “%1” signs in with Kerberos: --password-stdin is for profiles with a password. Sign in with “latchkey-cli sign-in”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password of %1 at %2: </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking the host up …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connecting …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Setting up TLS …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Getting a ticket …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Authenticating …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If you know that the new name is right, accept it with “latchkey-cli profiles edit &quot;%1&quot; --spn NEW-NAME”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server’s service principal name could not be pinned in the profile: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From now on the profile “%1” accepts only the service principal name %2, which this verified server named.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 row(s), %2 warning(s), %3 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n further result(s) of the statement were left out.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>What to run: one statement or several with semicolons between them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>table, tsv, csv or json; table on a terminal and tsv elsewhere if not given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print no line with the columns’ names.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the password of a profile with a password from the first line of standard input.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A password is needed, and there is no terminal to ask for it. Give it on standard input with --password-stdin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The terminal cannot hide what is typed. Give the password on standard input with --password-stdin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The password is longer than 4096 bytes. Check that the right file is given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The password is empty.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>latchkey::krb</name>
    <message>
        <source>%1 cannot become the default because nobody has signed in as %1. Sign in first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot become the default because the default cache “%2” is a single one, not part of a collection, and is not overwritten. Profiles that name %1 work all the same; for other programs set KRB5CCNAME to “%3”, or use a collection as the default (such as DIR: or KCM:).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The KDC refused the sign-in because the password for %1 is wrong. Type it again; too many attempts may lock the account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The KDC refused the sign-in because the account %1 is locked or disabled. Ask the administrator of %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The KDC of %2 refused the request for %1 because its policy does not allow what was asked (lifetime, flags or time). Ask its administrator, or ask for less.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot sign in because the KDC of %2 wants another proof than the one given, such as a smart card or a one-time code. Ask its administrator which sign-in the account allows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kerberos refused the request because this computer&apos;s clock and the clock of %1 are too far apart. Set the clock, or have it set by NTP, and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no encryption type that both this computer and the KDC of %2 allow for %1. Ask the administrator to enable AES for the account, or check permitted_enctypes in krb5.conf.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The realm %1 is unknown here because neither krb5.conf nor DNS names a KDC for it. Check the realm&apos;s spelling (upper case), the [realms] section of krb5.conf, and the VPN.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No KDC of %1 could be asked because the KDC&apos;s host name has no address. Check DNS, the VPN, and the kdc entries in krb5.conf.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No KDC of %1 answers because none can be reached. Check the network and the VPN, and that port 88 of the KDC is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The KDC of %1 answered that it cannot serve requests now. Try again later, or ask its administrator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no ticket for %1 because the KDC has locked or expired that service&apos;s account. Ask the administrator of %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody is signed in: the credential cache “%1” does not exist or is empty. Sign in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The credential cache “%1” cannot be used because it is damaged. Destroy it and sign in again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The credential cache “%1” cannot be used because this user may not read or write it. Check who owns it, or choose another one with KRB5CCNAME.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The credential cache “%1” cannot be used because its type does not work on this computer or its name is wrong. Check KRB5CCNAME and default_ccache_name in krb5.conf.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot sign in because the realm %2 has no such user. Check the spelling, upper and lower case, and the realm.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot sign in because the password has expired. Change the password first, for example with kpasswd, then sign in with the new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot sign in because the account has expired. Ask the administrator of %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The ticket of %1 cannot be used because it has expired. Sign in again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no ticket for %1 because the KDC of %2 does not know this service. Check the server&apos;s SPN setting, or have the SPN registered (setspn, addprinc).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not complete because it has no realm and krb5.conf names no default realm. Add the realm: name@REALM.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a principal. Principals look like name@REALM.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The credential cache “%1” cannot be read or written. Look under Details for the reason, and check the disk and the permissions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kerberos failed for a reason that Latchkey does not know. Look under Details for the library&apos;s own words, and ask the realm&apos;s administrator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kerberos cannot be used because its configuration file krb5.conf cannot be read. Correct the file (Details name the place), or check the variable KRB5_CONFIG.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no ticket for %1 because the realm %2 has no trust with the realm %3. Check the realm in the server&apos;s SPN, [domain_realm] and [capaths] in krb5.conf, or ask the administrators for a trust.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No KDC of %1 answers because none replied within %2 seconds. Check the network and the VPN, and that port 88 of the KDC is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot sign in because the password is empty or holds a NUL character. Type it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot sign in with the keytab “%2” because the file cannot be read or has no key for this principal. Check it with klist -k, or export it anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot sign in with the keytab “%2” because its key is not the one that the KDC has (any more). Export the keytab anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was destroyed because there is no credential cache “%1”. Look at the list of caches for its full name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The ticket of %1 cannot be renewed because it is not renewable or its renewal time is over. Sign in again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>latchkey::main</name>
    <message>
        <source>Kerberos single sign-on for MySQL-family databases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>light, dark, or system: as the desktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>connect to this profile, &quot;Folder/name&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and run these statements there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>save pictures of the windows in this folder and quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--theme takes light, dark or system.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>latchkey::paths</name>
    <message>
        <source>The folder “%1” cannot be used. Check who owns it and its permissions.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>latchkey::remaining</name>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>latchkey::sandbox</name>
    <message>
        <source>The sandbox’s certificates could not be made. The details show what OpenSSL said.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” could not be started. Check that it is installed and may be executed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sandbox needs the program “%1”, which is not installed. On Debian, install it with “apt-get install %2”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No sandbox of yours is running. Start one with “latchkey-sandbox up”; if it lives in a folder you chose, name that with --dir.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several sandboxes of yours are running. Name one with --dir: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No sandbox is running in “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sandbox in “%1” (process %2) is starting.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sandbox in “%1” (process %2) is ready.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready in %1 s. Everything is in %2 and goes away when you press Ctrl+C.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The command “%1” was not found. Check its spelling, or give its full path.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sandbox in “%1” (process %2) was asked to end and has not done so within 10 seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sandbox needs the file “%1”, which was not found. On Debian, install it with “apt-get install %2”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sandbox’s server plugin authentication_kerberos.so was not found beside this program. Build it (it needs the Debian package libmariadbd-dev) or install Latchkey again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database server “%1” could not be set up. The details show what it said.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A realm for users (%1), a realm for services (%2) that trusts it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Principals and passwords</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Database servers and their accounts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In another terminal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sandbox cannot use the folder “%1”. Check its permissions and the space left on the disk, or name another one with --dir.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder “%1” has files in it that do not come from a sandbox. Name a new or an empty folder with --dir.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A sandbox is already running in “%1” (process %2). End it with “down”, or name another folder with --dir.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A throwaway world on this machine to try Latchkey in: two Kerberos realms and two database servers.

  latchkey-sandbox up [--dir FOLDER] [--realms-only]     start it and keep it until Ctrl+C
  latchkey-sandbox run [--dir FOLDER] [--realms-only] -- COMMAND…
                                                         run a command inside a fresh one
  latchkey-sandbox status [--dir FOLDER]                 say what runs and how to use it
  latchkey-sandbox down [--dir FOLDER]                   end it

Everything lives in one folder (a new one in the folder for temporary files, unless --dir names it), listens
on 127.0.0.1 only, and is gone when it ends. The folder’s sandbox.json tells programs what there is.
</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“latchkey-sandbox status” shows the password of this account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The realm %1 could not be set up. The details show what its programs said.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sandbox was asked to end before it was ready.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The files of the second database server could not be copied to “%1”. Check the space left on the disk.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>latchkey::sql::Connection</name>
    <message>
        <source>The CA file “%1” cannot be read, so the server could not be verified. Choose another file in the profile, or correct its permissions.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>latchkey::sql::Error</name>
    <message>
        <source>The server %1 wants a ticket for the service “%2”. A database server is expected to be a service of the class “mysql” or “mariadb”, so no ticket was asked for and nothing was sent. If this really is the server’s name, enter it as the expected service (SPN) in the profile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server %1 wants a ticket for the service “%2”, but the profile expects “%3”. No ticket was asked for and nothing was sent. If the server was renamed on purpose, change the expected service (SPN) in the profile to “%2”; if nobody told you of a change, do not connect, and tell the administrator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no ticket of %1 to log in with. Sign in as %1 and connect again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The ticket for the service “%1” could not be used. Sign in again; if that does not help, the details say what Kerberos reported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server %1 wants to authenticate “%2” in another way than the profile says, so nothing was sent. Check the profile’s authentication method, and how the account was created on the server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What %1 sent makes no sense in a database login. Check host and port: another program may be listening there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server %1 hung up while logging in. Check that it is running and not overloaded, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The account “%1” on %2 belongs to the realm %3, but the ticket is of %4. Sign in as %1@%3, or choose the matching principal in the profile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server %1 could not prove that it holds the key of its service, so it may be another one in its place. Do not connect until the administrator has looked at it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server %1 does not let “%2” in: the password is wrong, or there is no such account for this computer. Type the password again, or ask the administrator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server %1 does not let the account “%2” in with the ticket of %3. The usual causes: the account’s name or realm is spelled differently, upper and lower case included; the account is missing on the server; or the server’s clock or keytab is out of date. Compare the names, then ask the administrator to check the account and the keytab.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server %1 does not accept connections from this computer. Ask the administrator to allow its address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server %1 has no schema “%2”, or “%3” may not see it. Correct the profile’s schema or leave it empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%3” may not use the schema “%2” on %1. Leave the profile’s schema empty, or ask the administrator for the privilege.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The password of “%2” on %1 has expired. Ask the administrator for a new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server %1 does not let “%2” in. The details hold its reason.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server %1 has blocked this computer after many broken connections. Ask the administrator to run FLUSH HOSTS.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server %1 has no connection left. Close sessions that are not needed, or try again later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No database server answers at %1. Check host and port, that the server is running, and that no firewall or missing VPN is in the way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No trustworthy encrypted connection to %1 could be made. Nothing was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection to the server is gone: it was stopped, restarted, or the network broke. What the last statement did is not known. Connect again, and check before repeating it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody else stopped the statement on the server (KILL QUERY or a time limit). Run it again if that was not meant.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server refuses the statement with error %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server %1 offers no encryption (TLS), but the profile demands it, so nothing was sent. Ask the administrator to switch TLS on; only if the network in between is trusted, allow unencrypted connections in the profile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The host “%1” is not known. Check the spelling, the network and the VPN.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 has not answered in %n second(s). Check host and port, that the server is running, and that no firewall or missing VPN is in the way.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>latchkey::sql::Session</name>
    <message>
        <source>This session has lost its connection. Connect again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>latchkey::sql::TlsReason</name>
    <message>
        <source>The certificate of %1 expired on %2, so nothing was sent. Ask the administrator to renew it, and check this computer’s date.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate of %1 is not valid yet, so nothing was sent. Check this computer’s date, then ask the administrator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server’s certificate is for %2, not for %1, so nothing was sent. Enter the name in the certificate as the profile’s host, or ask the administrator for a certificate with this name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate of %1 was not issued by an authority that this computer trusts, so nothing was sent. Give the profile the CA file of the server (for Amazon RDS: the RDS bundle).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate of %1 was not issued by the authority in “%2”, so nothing was sent. Ask the administrator for the right CA file.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
