<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>latchkey::AccountsPage</name>
    <message numerus="yes">
        <source>%n account(s)</source>
        <translation>
            <numerusform>%n account</numerusform>
            <numerusform>%n accounts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with a warning</source>
        <translation>
            <numerusform>%n with a warning</numerusform>
            <numerusform>%n with a warning</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>latchkey::AdminPage</name>
    <message numerus="yes">
        <source>Every %n second(s)</source>
        <translation>
            <numerusform>Every %n second</numerusform>
            <numerusform>Every %n seconds</numerusform>
        </translation>
    </message>
</context>
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
    <name>latchkey::CatalogueDialog</name>
    <message numerus="yes">
        <source>%1 (%n times)</source>
        <translation>
            <numerusform>%1 (%n time)</numerusform>
            <numerusform>%1 (%n times)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n profile(s)</source>
        <translation>
            <numerusform>%n profile</numerusform>
            <numerusform>%n profiles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them with values of your own</source>
        <translation>
            <numerusform>%n of them with values of your own</numerusform>
            <numerusform>%n of them with values of your own</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>latchkey::CatalogueRow</name>
    <message numerus="yes">
        <source>%n profile(s)</source>
        <translation>
            <numerusform>%n profile</numerusform>
            <numerusform>%n profiles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>latchkey::CloseGuard</name>
    <message numerus="yes">
        <source>%n session(s) are not finished: %1.</source>
        <translation>
            <numerusform>%n session is not finished: %1.</numerusform>
            <numerusform>%n sessions are not finished: %1.</numerusform>
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
    <name>latchkey::FindBar</name>
    <message numerus="yes">
        <source>%n replaced</source>
        <translation>
            <numerusform>%n replaced</numerusform>
            <numerusform>%n replaced</numerusform>
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
    <name>latchkey::ProcessPage</name>
    <message numerus="yes">
        <source>%n connection(s)</source>
        <translation>
            <numerusform>%n connection</numerusform>
            <numerusform>%n connections</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n at work</source>
        <translation>
            <numerusform>%n at work</numerusform>
            <numerusform>%n at work</numerusform>
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
    <message numerus="yes">
        <source>adding %n folder(s)</source>
        <translation>
            <numerusform>adding %n folder</numerusform>
            <numerusform>adding %n folders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>removing %n folder(s)</source>
        <translation>
            <numerusform>removing %n folder</numerusform>
            <numerusform>removing %n folders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>changing %n folder(s)</source>
        <translation>
            <numerusform>changing %n folder</numerusform>
            <numerusform>changing %n folders</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>latchkey::RemovalQuestion</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n folder(s)</source>
        <translation>
            <numerusform>%n folder</numerusform>
            <numerusform>%n folders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n profile(s)</source>
        <translation>
            <numerusform>%n profile</numerusform>
            <numerusform>%n profiles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>latchkey::ResultExportDialog</name>
    <message numerus="yes">
        <source>The %n row(s) that are here</source>
        <translation>
            <numerusform>The %n row that is here</numerusform>
            <numerusform>The %n rows that are here</numerusform>
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
    <message numerus="yes">
        <source>The filter hides %n row(s).</source>
        <translation>
            <numerusform>The filter hides %n row.</numerusform>
            <numerusform>The filter hides %n rows.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>latchkey::RunGuard</name>
    <message numerus="yes">
        <source>… and %n more.</source>
        <translation>
            <numerusform>… and %n more.</numerusform>
            <numerusform>… and %n more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Run %n statement(s) that may write on %1?</source>
        <translation>
            <numerusform>Run %n statement that may write on %1?</numerusform>
            <numerusform>Run %n statements that may write on %1?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>latchkey::SchemaSearch</name>
    <message numerus="yes">
        <source>The server needed more than %n second(s) to look through all names, so it was stopped. Open the database to search in it alone.</source>
        <translation>
            <numerusform>The server needed more than %n second to look through all names, so it was stopped. Open the database to search in it alone.</numerusform>
            <numerusform>The server needed more than %n seconds to look through all names, so it was stopped. Open the database to search in it alone.</numerusform>
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
    <name>latchkey::ValuesPage</name>
    <message numerus="yes">
        <source>%n value(s)</source>
        <translation>
            <numerusform>%n value</numerusform>
            <numerusform>%n values</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%n changed</numerusform>
            <numerusform>%n changed</numerusform>
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
    <message numerus="yes">
        <source>%n profile(s) failed.</source>
        <translation>
            <numerusform>%n profile failed.</numerusform>
            <numerusform>%n profiles failed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The statement “%1” was killed, since it took longer than %n second(s). Give it more time with --timeout.</source>
        <translation>
            <numerusform>The statement “%1” was killed, since it took longer than %n second. Give it more time with --timeout.</numerusform>
            <numerusform>The statement “%1” was killed, since it took longer than %n seconds. Give it more time with --timeout.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Only the first %n row(s) of the result were asked for; the server had more.</source>
        <translation>
            <numerusform>Only the first %n row of the result was asked for; the server had more.</numerusform>
            <numerusform>Only the first %n rows of the result were asked for; the server had more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n statement(s) failed.</source>
        <translation>
            <numerusform>%n statement failed.</numerusform>
            <numerusform>%n statements failed.</numerusform>
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
