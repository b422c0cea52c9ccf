<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>latchkey::AutomaticDestroy</name>
    <message numerus="yes">
        <source>All tickets were destroyed because nobody was there for %n minute(s). Sign in to connect again.</source>
        <translation>
            <numerusform>All tickets were destroyed because nobody was there for %n minute. Sign in to connect again.</numerusform>
            <numerusform>All tickets were destroyed because nobody was there for %n minutes. Sign in to connect again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>latchkey::ExportDialog</name>
    <message numerus="yes">
        <source>%n selected profile(s)</source>
        <translation>
            <numerusform>%n selected profile</numerusform>
            <numerusform>%n selected profiles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n profile(s)</source>
        <translation>
            <numerusform>All (%n profile)</numerusform>
            <numerusform>All %n profiles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>latchkey::Identities</name>
    <message numerus="yes">
        <source>%n ticket(s) destroyed.</source>
        <translation>
            <numerusform>%n ticket destroyed.</numerusform>
            <numerusform>%n tickets destroyed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n credential cache(s) destroyed.</source>
        <translation>
            <numerusform>%n credential cache destroyed.</numerusform>
            <numerusform>%n credential caches destroyed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>latchkey::ImportDialog</name>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n new</numerusform>
            <numerusform>%n new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%n changed</numerusform>
            <numerusform>%n changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n as it is</source>
        <translation>
            <numerusform>%n as it is</numerusform>
            <numerusform>%n as they are</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out</source>
        <translation>
            <numerusform>%n left out</numerusform>
            <numerusform>%n left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import %n row(s)</source>
        <translation>
            <numerusform>Import %n row</numerusform>
            <numerusform>Import %n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>latchkey::MainWindow</name>
    <message numerus="yes">
        <source>%n open session(s) stay connected until they are closed.</source>
        <translation>
            <numerusform>%n open session stays connected until it is closed.</numerusform>
            <numerusform>%n open sessions stay connected until they are closed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>latchkey::MessageList</name>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n warning</numerusform>
            <numerusform>%n warnings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln row</numerusform>
            <numerusform>%Ln rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>latchkey::ProfileActions</name>
    <message numerus="yes">
        <source>Edit %n profile(s)</source>
        <translation>
            <numerusform>Edit %n profile</numerusform>
            <numerusform>Edit %n profiles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Save %n profile(s)</source>
        <translation>
            <numerusform>Save %n profile</numerusform>
            <numerusform>Save %n profiles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %n profile(s)?</source>
        <translation>
            <numerusform>Remove %n profile?</numerusform>
            <numerusform>Remove %n profiles?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %n profile(s)</source>
        <translation>
            <numerusform>Remove %n profile</numerusform>
            <numerusform>Remove %n profiles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>latchkey::ProfileExchange</name>
    <message numerus="yes">
        <source>Imported %n row(s).</source>
        <translation>
            <numerusform>Imported %n row.</numerusform>
            <numerusform>Imported %n rows.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>latchkey::ProfileWords</name>
    <message numerus="yes">
        <source>adding %n profile(s)</source>
        <translation>
            <numerusform>adding %n profile</numerusform>
            <numerusform>adding %n profiles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>removing %n profile(s)</source>
        <translation>
            <numerusform>removing %n profile</numerusform>
            <numerusform>removing %n profiles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>changing %n profile(s)</source>
        <translation>
            <numerusform>changing %n profile</numerusform>
            <numerusform>changing %n profiles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>latchkey::QueryPane</name>
    <message numerus="yes">
        <source>Run %n statement(s) that may write on %1?</source>
        <translation>
            <numerusform>Run %n statement that may write on %1?</numerusform>
            <numerusform>Run %n statements that may write on %1?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>latchkey::ResultGrid</name>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>latchkey::SettingsDialog</name>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>latchkey::SignInOptions</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>latchkey::TicketDetail</name>
    <message numerus="yes">
        <source>%n byte(s)</source>
        <translation>
            <numerusform>%n byte</numerusform>
            <numerusform>%n bytes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>latchkey::cli::Text</name>
    <message numerus="yes">
        <source>%n ticket(s) destroyed.</source>
        <translation>
            <numerusform>%n ticket destroyed.</numerusform>
            <numerusform>%n tickets destroyed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cache(s) destroyed.</source>
        <translation>
            <numerusform>%n cache destroyed.</numerusform>
            <numerusform>%n caches destroyed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n further result(s) of the statement were left out.</source>
        <translation>
            <numerusform>%n further result of the statement was left out.</numerusform>
            <numerusform>%n further results of the statement were left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n error(s) in the realms’ configuration.</source>
        <translation>
            <numerusform>%n error in the realms’ configuration.</numerusform>
            <numerusform>%n errors in the realms’ configuration.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… %n more line(s): make the window larger</source>
        <translation>
            <numerusform>… %n more line: make the window larger</numerusform>
            <numerusform>… %n more lines: make the window larger</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 (%n times)</source>
        <translation>
            <numerusform>%1 (%n time)</numerusform>
            <numerusform>%1 (%n times)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>latchkey::krb</name>
    <message numerus="yes">
        <source>%n byte(s)</source>
        <translation>
            <numerusform>%n byte</numerusform>
            <numerusform>%n bytes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>latchkey::sql::Error</name>
    <message numerus="yes">
        <source>%1 has not answered in %n second(s). Check host and port, that the server is running, and that no firewall or missing VPN is in the way.</source>
        <translation>
            <numerusform>%1 has not answered in %n second. Check host and port, that the server is running, and that no firewall or missing VPN is in the way.</numerusform>
            <numerusform>%1 has not answered in %n seconds. Check host and port, that the server is running, and that no firewall or missing VPN is in the way.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>latchkey::sql::Session</name>
    <message numerus="yes">
        <source>The server has not answered for %n second(s), which is the profile’s limit, so the statement was stopped and the session closed. What the statement did is not known. Connect again, and check before repeating it.</source>
        <translation>
            <numerusform>The server has not answered for %n second, which is the profile’s limit, so the statement was stopped and the session closed. What the statement did is not known. Connect again, and check before repeating it.</numerusform>
            <numerusform>The server has not answered for %n seconds, which is the profile’s limit, so the statement was stopped and the session closed. What the statement did is not known. Connect again, and check before repeating it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This session was not used for %n second(s), which is the profile’s limit, so it was closed; what was not committed is rolled back. Connect again to go on.</source>
        <translation>
            <numerusform>This session was not used for %n second, which is the profile’s limit, so it was closed; what was not committed is rolled back. Connect again to go on.</numerusform>
            <numerusform>This session was not used for %n seconds, which is the profile’s limit, so it was closed; what was not committed is rolled back. Connect again to go on.</numerusform>
        </translation>
    </message>
</context>
</TS>
