<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
<context>
    <name>latchkey::AccountDialog</name>
    <message>
        <source>Kerberos accounts</source>
        <translation>Kerberos-Konten</translation>
    </message>
    <message>
        <source>Statements</source>
        <translation>Anweisungen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Insert into editor</source>
        <translation>In den Editor einfügen</translation>
    </message>
    <message>
        <source>alice@CORP.EXAMPLE.COM, one on each line</source>
        <translation>alice@CORP.EXAMPLE.COM, je Zeile einer</translation>
    </message>
    <message>
        <source>authentication_kerberos (MySQL, Aurora)</source>
        <translation>authentication_kerberos (MySQL, Aurora)</translation>
    </message>
    <message>
        <source>gssapi (MariaDB)</source>
        <translation>gssapi (MariaDB)</translation>
    </message>
    <message>
        <source>The accounts exist: write ALTER USER</source>
        <translation>Die Konten gibt es schon: ALTER USER schreiben</translation>
    </message>
    <message>
        <source>&amp;Principals:</source>
        <translation>&amp;Principals:</translation>
    </message>
    <message>
        <source>From &amp;host:</source>
        <translation>Von &amp;Host:</translation>
    </message>
    <message>
        <source>P&amp;lugin:</source>
        <translation>P&amp;lugin:</translation>
    </message>
</context>
<context>
    <name>latchkey::AccountsPage</name>
    <message>
        <source>Accounts</source>
        <translation>Konten</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Host</translation>
    </message>
    <message>
        <source>Logs in by</source>
        <translation>Anmeldung durch</translation>
    </message>
    <message>
        <source>Realm or principal</source>
        <translation>Realm oder Principal</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Anmerkung</translation>
    </message>
    <message>
        <source>Kerberos accounts…</source>
        <translation>Kerberos-Konten…</translation>
    </message>
    <message>
        <source>Write CREATE USER or ALTER USER statements for principals</source>
        <translation>CREATE USER oder ALTER USER für Principals schreiben</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%n account(s)</source>
        <translation>
            <numerusform>%n Konto</numerusform>
            <numerusform>%n Konten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with a warning</source>
        <translation>
            <numerusform>%n mit Warnung</numerusform>
            <numerusform>%n mit Warnung</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>latchkey::AdminPage</name>
    <message>
        <source>Refresh</source>
        <translation>Aktualisieren</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Neu lesen</translation>
    </message>
    <message>
        <source>Refresh by itself</source>
        <translation>Von selbst aktualisieren</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>Von Hand</translation>
    </message>
    <message numerus="yes">
        <source>Every %n second(s)</source>
        <translation>
            <numerusform>Jede (%n) Sekunde</numerusform>
            <numerusform>Alle %n Sekunden</numerusform>
        </translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Search in %1</source>
        <translation>In %1 suchen</translation>
    </message>
    <message>
        <source>Not connected. What is shown was read before.</source>
        <translation>Nicht verbunden. Das Gezeigte wurde vorher gelesen.</translation>
    </message>
    <message>
        <source>The server does not show this to your account, because it lacks a privilege: %1. Ask the administrator for it.</source>
        <translation>Der Server zeigt das Ihrem Konto nicht, weil ihm ein Recht fehlt: %1. Bitten Sie den Administrator darum.</translation>
    </message>
    <message>
        <source>%1 · the server has more rows than the %2 that are read</source>
        <translation>%1 · der Server hat mehr Zeilen als die %2, die gelesen werden</translation>
    </message>
</context>
<context>
    <name>latchkey::AtomicFile</name>
    <message>
        <source>“%1” could not be saved (%2). The old file is unchanged. Check the disk&apos;s free space and the folder&apos;s permissions.</source>
        <translation>„%1“ konnte nicht gespeichert werden (%2). Die alte Datei ist unverändert. Prüfen Sie den freien Speicherplatz und die Zugriffsrechte des Ordners.</translation>
    </message>
    <message>
        <source>“%1” could not be read (%2). Check who owns it and its permissions.</source>
        <translation>„%1“ konnte nicht gelesen werden (%2). Prüfen Sie Eigentümer und Zugriffsrechte der Datei.</translation>
    </message>
    <message>
        <source>“%1” was saved, but the disk did not confirm it (%2). Check the disk and save again.</source>
        <translation>„%1“ wurde gespeichert, aber der Datenträger hat es nicht bestätigt (%2). Prüfen Sie den Datenträger und speichern Sie erneut.</translation>
    </message>
    <message>
        <source>“%1” is a folder, a pipe or a device. Give the name of a file.</source>
        <translation>„%1“ ist ein Ordner, eine Pipe oder ein Gerät. Geben Sie den Namen einer Datei an.</translation>
    </message>
    <message>
        <source>“%1” is larger than the %2 that are read here. Check that it is the right file.</source>
        <translation>„%1“ ist größer als die %2, die hier gelesen werden. Prüfen Sie, ob es die richtige Datei ist.</translation>
    </message>
</context>
<context>
    <name>latchkey::AutomaticDestroy</name>
    <message>
        <source>All tickets were destroyed because the screen was locked. Sign in to connect again.</source>
        <translation>Alle Tickets wurden vernichtet, weil der Bildschirm gesperrt wurde. Melden Sie sich an, um wieder zu verbinden.</translation>
    </message>
    <message numerus="yes">
        <source>All tickets were destroyed because nobody was there for %n minute(s). Sign in to connect again.</source>
        <translation>
            <numerusform>Alle Tickets wurden vernichtet, weil %n Minute lang niemand da war. Melden Sie sich an, um wieder zu verbinden.</numerusform>
            <numerusform>Alle Tickets wurden vernichtet, weil %n Minuten lang niemand da war. Melden Sie sich an, um wieder zu verbinden.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>latchkey::AwsBadge</name>
    <message>
        <source>No directory</source>
        <translation>Kein Verzeichnis</translation>
    </message>
    <message>
        <source>The cluster takes part in no directory, so nobody can log in with a ticket. When that changes, import again.</source>
        <translation>Der Cluster gehört zu keinem Verzeichnis, daher kann sich niemand mit einem Ticket anmelden. Importieren Sie erneut, wenn sich das ändert.</translation>
    </message>
    <message>
        <source>Kerberos</source>
        <translation>Kerberos</translation>
    </message>
    <message>
        <source>Kerberos soon</source>
        <translation>Kerberos bald</translation>
    </message>
    <message>
        <source>Kerberos failed</source>
        <translation>Kerberos gescheitert</translation>
    </message>
    <message>
        <source>Kerberos ends</source>
        <translation>Kerberos endet</translation>
    </message>
    <message>
        <source>Kerberos?</source>
        <translation>Kerberos?</translation>
    </message>
</context>
<context>
    <name>latchkey::AwsDialog</name>
    <message>
        <source>Import from AWS</source>
        <translation>Aus AWS importieren</translation>
    </message>
    <message>
        <source>The aws command lists the clusters, endpoints and instances of an account. It signs in by itself; nothing is changed there.</source>
        <translation>Der Befehl aws listet Cluster, Endpunkte und Instanzen eines Kontos auf. Er meldet sich selbst an; dort wird nichts geändert.</translation>
    </message>
    <message>
        <source>the default one</source>
        <translation>das Standardprofil</translation>
    </message>
    <message>
        <source>the profile’s</source>
        <translation>die des Profils</translation>
    </message>
    <message>
        <source>List databases</source>
        <translation>Datenbanken auflisten</translation>
    </message>
    <message>
        <source>AWS &amp;profile</source>
        <translation>AWS-&amp;Profil</translation>
    </message>
    <message>
        <source>&amp;Region</source>
        <translation>&amp;Region</translation>
    </message>
    <message>
        <source>Waiting for the aws command…</source>
        <translation>Warten auf den Befehl aws …</translation>
    </message>
</context>
<context>
    <name>latchkey::CatalogueActions</name>
    <message>
        <source>Reset to the catalo&amp;gue’s</source>
        <translation>Auf den Stand des Katalo&amp;gs zurücksetzen</translation>
    </message>
    <message>
        <source>Refresh catalogue</source>
        <translation>Katalog aktualisieren</translation>
    </message>
    <message>
        <source>Edit “%1”</source>
        <translation>„%1“ bearbeiten</translation>
    </message>
    <message>
        <source>Save profile</source>
        <translation>Profil speichern</translation>
    </message>
    <message>
        <source>Somebody else maintains the catalogue “%1”, so nothing in it can be removed, renamed or moved here. Duplicate a profile to have one of your own; to be rid of the catalogue, remove it under “Team catalogues”.</source>
        <translation>Den Katalog „%1“ pflegt jemand anderes, daher lässt sich darin hier nichts entfernen, umbenennen oder verschieben. Duplizieren Sie ein Profil, um ein eigenes zu haben; den Katalog selbst entfernen Sie unter „Team-Kataloge“.</translation>
    </message>
</context>
<context>
    <name>latchkey::CatalogueDialog</name>
    <message>
        <source>%1 To take it, edit the catalogue and tick “%2”.</source>
        <translation>%1 Um es zu übernehmen, bearbeiten Sie den Katalog und setzen den Haken bei „%2“.</translation>
    </message>
    <message numerus="yes">
        <source>%1 (%n times)</source>
        <translation>
            <numerusform>%1 (%n-mal)</numerusform>
            <numerusform>%1 (%n-mal)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n profile(s)</source>
        <translation>
            <numerusform>%n Profil</numerusform>
            <numerusform>%n Profile</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them with values of your own</source>
        <translation>
            <numerusform>%n davon mit eigenen Werten</numerusform>
            <numerusform>%n davon mit eigenen Werten</numerusform>
        </translation>
    </message>
    <message>
        <source>The web server is shown a ticket, if it asks for one.</source>
        <translation>Der Webserver bekommt ein Ticket gezeigt, wenn er danach fragt.</translation>
    </message>
    <message>
        <source>Team catalogues</source>
        <translation>Team-Kataloge</translation>
    </message>
    <message>
        <source>Profiles that somebody maintains for all of you. They stand in folders of their own among yours.</source>
        <translation>Profile, die jemand für alle pflegt. Sie stehen in eigenen Ordnern zwischen Ihren.</translation>
    </message>
    <message>
        <source>No catalogue yet</source>
        <translation>Noch kein Katalog</translation>
    </message>
    <message>
        <source>Ask your team for the address of one; a file on a shared disk will do.</source>
        <translation>Fragen Sie Ihr Team nach der Adresse; eine Datei auf einem gemeinsamen Laufwerk genügt.</translation>
    </message>
    <message>
        <source>Subscribe…</source>
        <translation>Abonnieren…</translation>
    </message>
    <message>
        <source>Catalogues</source>
        <translation>Kataloge</translation>
    </message>
    <message>
        <source>What was not taken</source>
        <translation>Was nicht übernommen wurde</translation>
    </message>
    <message>
        <source>&amp;Subscribe…</source>
        <translation>&amp;Abonnieren…</translation>
    </message>
    <message>
        <source>Re&amp;fresh now</source>
        <translation>Jetzt a&amp;ktualisieren</translation>
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation>&amp;Bearbeiten…</translation>
    </message>
    <message>
        <source>Re&amp;move…</source>
        <translation>En&amp;tfernen…</translation>
    </message>
    <message>
        <source>Remove catalogue</source>
        <translation>Katalog entfernen</translation>
    </message>
    <message>
        <source>Remove the catalogue “%1”?</source>
        <translation>Den Katalog „%1“ entfernen?</translation>
    </message>
    <message>
        <source>Its profiles go from this computer, with what is your own of them. The catalogue itself is not touched.</source>
        <translation>Seine Profile verschwinden von diesem Rechner, mitsamt dem, was daran Ihr Eigenes ist. Der Katalog selbst bleibt unberührt.</translation>
    </message>
</context>
<context>
    <name>latchkey::CatalogueRow</name>
    <message>
        <source>The catalogue “%1”, which somebody else maintains</source>
        <translation>Der Katalog „%1“, den jemand anderes pflegt</translation>
    </message>
    <message numerus="yes">
        <source>%n profile(s)</source>
        <translation>
            <numerusform>%n Profil</numerusform>
            <numerusform>%n Profile</numerusform>
        </translation>
    </message>
    <message>
        <source>Asking for it…</source>
        <translation>Wird abgefragt…</translation>
    </message>
    <message>
        <source>Not reached since %1</source>
        <translation>Nicht erreicht seit %1</translation>
    </message>
    <message>
        <source>Never reached</source>
        <translation>Noch nie erreicht</translation>
    </message>
    <message>
        <source>Refreshed %1</source>
        <translation>Aktualisiert %1</translation>
    </message>
    <message>
        <source>Not asked for yet</source>
        <translation>Noch nicht abgefragt</translation>
    </message>
    <message>
        <source>Catalogue %1, read only, %2</source>
        <translation>Katalog %1, nur lesbar, %2</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Team</translation>
    </message>
</context>
<context>
    <name>latchkey::CatalogueWords</name>
    <message>
        <source>“%1” is not encrypted: on its way, anybody could change where your connections lead. Ask for an address that begins with “https://”.</source>
        <translation>„%1“ ist unverschlüsselt: Unterwegs könnte jeder ändern, wohin Ihre Verbindungen führen. Fragen Sie nach einer Adresse, die mit „https://“ beginnt.</translation>
    </message>
    <message>
        <source>“%1” is no address of a catalogue. Enter one that begins with “https://”, or the whole path of a file.</source>
        <translation>„%1“ ist keine Adresse eines Katalogs. Geben Sie eine ein, die mit „https://“ beginnt, oder den ganzen Pfad einer Datei.</translation>
    </message>
    <message>
        <source>The address has a user’s name or password in it, which would be kept readable. Leave it out; a server that wants to know who asks can be shown a ticket.</source>
        <translation>In der Adresse steht ein Benutzername oder Passwort, das lesbar gespeichert würde. Lassen Sie es weg; einem Server, der wissen will, wer fragt, kann ein Ticket gezeigt werden.</translation>
    </message>
    <message>
        <source>The address “%1” has a “#”, which no server is told. Leave it out.</source>
        <translation>In der Adresse „%1“ ist ein „#“, das kein Server erfährt. Lassen Sie es weg.</translation>
    </message>
    <message>
        <source>The web server %1 says that the catalogue is elsewhere, but not where. Tell whoever maintains the catalogue.</source>
        <translation>Der Webserver %1 sagt, dass der Katalog anderswo ist, aber nicht wo. Sagen Sie es dem, der den Katalog pflegt.</translation>
    </message>
    <message>
        <source>The web server %1 says that the catalogue is at “%2”, which is not encrypted, so it was not fetched. Tell whoever maintains the catalogue.</source>
        <translation>Der Webserver %1 sagt, dass der Katalog unter „%2“ ist; das ist unverschlüsselt, darum wurde er nicht geholt. Sagen Sie es dem, der den Katalog pflegt.</translation>
    </message>
    <message>
        <source>There is no such catalogue (any more).</source>
        <translation>Diesen Katalog gibt es nicht (mehr).</translation>
    </message>
    <message>
        <source>No catalogue has this profile (any more). Refresh the catalogues, then choose again.</source>
        <translation>Kein Katalog hat dieses Profil (noch). Aktualisieren Sie die Kataloge und wählen Sie noch einmal.</translation>
    </message>
    <message>
        <source>There is already a catalogue “%1”. Choose another name.</source>
        <translation>Es gibt schon einen Katalog „%1“. Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>The web server %1 led from one address to the next without an end. Tell whoever maintains the catalogue.</source>
        <translation>Der Webserver %1 führte ohne Ende von einer Adresse zur nächsten. Sagen Sie es dem, der den Katalog pflegt.</translation>
    </message>
    <message>
        <source>There is no file “%1”. Check that what it lies on is mounted, or ask whoever maintains the catalogue.</source>
        <translation>Es gibt keine Datei „%1“. Prüfen Sie, ob eingehängt ist, worauf sie liegt, oder fragen Sie den, der den Katalog pflegt.</translation>
    </message>
    <message>
        <source>This catalogue is not there any more: it has been removed meanwhile.</source>
        <translation>Diesen Katalog gibt es nicht mehr: Er ist inzwischen entfernt worden.</translation>
    </message>
    <message>
        <source>Another program has kept the list of catalogues “%1” locked for 5 seconds. End that program, then try again.</source>
        <translation>Ein anderes Programm hält die Liste der Kataloge „%1“ seit 5 Sekunden gesperrt. Beenden Sie dieses Programm und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The list of catalogues “%1” cannot be changed. Check the folder&apos;s permissions and the disk&apos;s free space.</source>
        <translation>Die Liste der Kataloge „%1“ kann nicht geändert werden. Prüfen Sie die Rechte des Ordners und den freien Platz auf dem Datenträger.</translation>
    </message>
    <message>
        <source>“%1” has more than 200,000 profiles, which no catalogue has. Check the catalogue’s address.</source>
        <translation>„%1“ hat mehr als 200.000 Profile; so viele hat kein Katalog. Prüfen Sie die Adresse des Katalogs.</translation>
    </message>
    <message>
        <source>There is no certificate to be read in the CA file “%1” of the catalogue. Check the file.</source>
        <translation>In der CA-Datei „%1“ des Katalogs ist kein Zertifikat zu lesen. Prüfen Sie die Datei.</translation>
    </message>
    <message>
        <source>“%1” comes from a catalogue, which says what its %2 is. Of your own there can be: %3. For anything else make a copy of the profile.</source>
        <translation>„%1“ kommt aus einem Katalog, der %2 festlegt. Eigene Werte kann es geben für: %3. Für alles andere legen Sie eine Kopie des Profils an.</translation>
    </message>
    <message>
        <source>the id is no UUID</source>
        <translation>die Kennung ist keine UUID</translation>
    </message>
    <message>
        <source>“%1” is no choice here</source>
        <translation>„%1“ steht hier nicht zur Wahl</translation>
    </message>
    <message>
        <source>a catalogue without an “id” or a “name” ends here</source>
        <translation>hier endet ein Katalog ohne „id“ oder „name“</translation>
    </message>
    <message>
        <source>The list of catalogues “%1” is damaged at line %2: %3. Correct that place, or remove the file and add your catalogues again.</source>
        <translation>Die Liste der Kataloge „%1“ ist in Zeile %2 beschädigt: %3. Berichtigen Sie diese Stelle, oder entfernen Sie die Datei und fügen Sie Ihre Kataloge neu hinzu.</translation>
    </message>
    <message>
        <source>The list of catalogues “%1” was written by a newer Latchkey. Update this one to use it; nothing has been changed.</source>
        <translation>Die Liste der Kataloge „%1“ hat ein neueres Latchkey geschrieben. Aktualisieren Sie dieses, um sie zu benutzen; geändert wurde nichts.</translation>
    </message>
    <message>
        <source>this is no list of catalogues</source>
        <translation>dies ist keine Liste von Katalogen</translation>
    </message>
    <message>
        <source>The certificate of the web server %1 was not issued by an authority that this computer trusts, so nothing was asked. Give the catalogue the CA file of your organisation.</source>
        <translation>Das Zertifikat des Webservers %1 stammt von keiner Stelle, der dieser Rechner vertraut; darum wurde nichts gefragt. Geben Sie dem Katalog die CA-Datei Ihrer Organisation.</translation>
    </message>
    <message>
        <source>The certificate of the web server %1 was not issued by an authority in “%2”, so nothing was asked. Ask the administrator of the web server for the right CA file.</source>
        <translation>Das Zertifikat des Webservers %1 stammt von keiner Stelle in „%2“; darum wurde nichts gefragt. Bitten Sie den Administrator des Webservers um die richtige CA-Datei.</translation>
    </message>
    <message>
        <source>The certificate of the web server %1 is valid from %2 to %3, which is not now, so nothing was asked. Check this computer’s date, then ask the administrator to renew it.</source>
        <translation>Das Zertifikat des Webservers %1 gilt von %2 bis %3, also nicht jetzt; darum wurde nichts gefragt. Prüfen Sie das Datum dieses Rechners und bitten Sie dann den Administrator, es zu erneuern.</translation>
    </message>
    <message>
        <source>The web server’s certificate is for %2, not for %1, so nothing was asked. Correct the catalogue’s address, or tell the administrator of the web server.</source>
        <translation>Das Zertifikat des Webservers gilt für %2, nicht für %1; darum wurde nichts gefragt. Berichtigen Sie die Adresse des Katalogs, oder sagen Sie es dem Administrator des Webservers.</translation>
    </message>
    <message>
        <source>The web server %1 gave no whole answer in time. Check the network or VPN; the catalogue is asked for again by itself.</source>
        <translation>Der Webserver %1 hat nicht rechtzeitig ganz geantwortet. Prüfen Sie Netz oder VPN; nach dem Katalog wird von selbst wieder gefragt.</translation>
    </message>
    <message>
        <source>The web server %1 is unknown to DNS. Check the catalogue’s address and your VPN.</source>
        <translation>Das DNS kennt den Webserver %1 nicht. Prüfen Sie die Adresse des Katalogs und Ihr VPN.</translation>
    </message>
    <message>
        <source>No encrypted connection to the web server %1 came about, so nothing was asked. Check that the catalogue’s address and port are those of an https server.</source>
        <translation>Mit dem Webserver %1 kam keine verschlüsselte Verbindung zustande; darum wurde nichts gefragt. Prüfen Sie, ob Adresse und Port des Katalogs die eines https-Servers sind.</translation>
    </message>
    <message>
        <source>The web server %1 cannot be reached (%2). Check the network or VPN; the catalogue is asked for again by itself.</source>
        <translation>Der Webserver %1 ist nicht zu erreichen (%2). Prüfen Sie Netz oder VPN; nach dem Katalog wird von selbst wieder gefragt.</translation>
    </message>
    <message>
        <source>What the web server %1 sends is larger than 64 MiB, which no catalogue is. Check the catalogue’s address.</source>
        <translation>Was der Webserver %1 sendet, ist größer als 64 MiB; so groß ist kein Katalog. Prüfen Sie die Adresse des Katalogs.</translation>
    </message>
    <message>
        <source>The answer of the web server %1 makes no sense, or broke off. Check the catalogue’s address.</source>
        <translation>Die Antwort des Webservers %1 ergibt keinen Sinn oder brach ab. Prüfen Sie die Adresse des Katalogs.</translation>
    </message>
    <message>
        <source>The web server %1 wants to know who asks for the catalogue. Allow the catalogue to show your ticket (Negotiate), if the server takes tickets.</source>
        <translation>Der Webserver %1 will wissen, wer nach dem Katalog fragt. Erlauben Sie dem Katalog, Ihr Ticket zu zeigen (Negotiate), wenn der Server Tickets annimmt.</translation>
    </message>
    <message>
        <source>The web server %1 does not let you read the catalogue. Ask whoever maintains it.</source>
        <translation>Der Webserver %1 lässt Sie den Katalog nicht lesen. Fragen Sie den, der ihn pflegt.</translation>
    </message>
    <message>
        <source>The web server %1 has no catalogue at this address. Check the address, or ask whoever maintains the catalogue.</source>
        <translation>Der Webserver %1 hat unter dieser Adresse keinen Katalog. Prüfen Sie die Adresse, oder fragen Sie den, der den Katalog pflegt.</translation>
    </message>
    <message>
        <source>The web server %1 cannot give the catalogue now (HTTP status %2). It is asked again by itself; if that lasts, tell the administrator of the web server.</source>
        <translation>Der Webserver %1 kann den Katalog jetzt nicht geben (HTTP-Status %2). Er wird von selbst wieder gefragt; wenn es dabei bleibt, sagen Sie es dem Administrator des Webservers.</translation>
    </message>
    <message>
        <source>The web server %1 wants to know who asks for the catalogue, and nobody is signed in. Sign in, then refresh the catalogue.</source>
        <translation>Der Webserver %1 will wissen, wer nach dem Katalog fragt, und niemand ist angemeldet. Melden Sie sich an und aktualisieren Sie dann den Katalog.</translation>
    </message>
    <message>
        <source>There is no ticket to be had for the web server %1, which wants to know who asks for the catalogue. Check that you are signed in and that the realm knows the service HTTP/%1.</source>
        <translation>Für den Webserver %1, der wissen will, wer nach dem Katalog fragt, ist kein Ticket zu bekommen. Prüfen Sie, ob Sie angemeldet sind und ob der Realm den Dienst HTTP/%1 kennt.</translation>
    </message>
    <message>
        <source>The web server %1 took the ticket, but did not prove that it is the one that the ticket is for, so its catalogue was not taken. Tell the administrator of the web server.</source>
        <translation>Der Webserver %1 nahm das Ticket, bewies aber nicht, dass er der ist, für den es gilt; darum wurde sein Katalog nicht genommen. Sagen Sie es dem Administrator des Webservers.</translation>
    </message>
    <message>
        <source>The web server %1 wants to know who asks for the catalogue, but no KDC gave a ticket for it within %2 seconds. Check the network and the VPN; the catalogue is asked for again later.</source>
        <translation>Der Webserver %1 will wissen, wer nach dem Katalog fragt, aber kein KDC hat innerhalb von %2 Sekunden ein Ticket für ihn ausgestellt. Prüfen Sie das Netzwerk und das VPN; der Katalog wird später erneut abgefragt.</translation>
    </message>
    <message>
        <source>The web server %1 wants to know who asks for the catalogue, and %2 is not signed in. Sign in as %2, then refresh the catalogue.</source>
        <translation>Der Webserver %1 will wissen, wer nach dem Katalog fragt, und %2 ist nicht angemeldet. Melden Sie sich als %2 an und aktualisieren Sie dann den Katalog.</translation>
    </message>
    <message>
        <source>Placeholders stand for nothing before there is a profile. Write the principal for the catalogue’s web server out.</source>
        <translation>Platzhalter stehen für nichts, solange es kein Profil gibt. Schreiben Sie den Principal für den Webserver des Katalogs aus.</translation>
    </message>
</context>
<context>
    <name>latchkey::ChangePasswordDialog</name>
    <message>
        <source>Change password</source>
        <translation>Passwort ändern</translation>
    </message>
    <message>
        <source>Change the password</source>
        <translation>Das Passwort ändern</translation>
    </message>
    <message>
        <source>The password of the realm, for every program that signs in with it (kpasswd).</source>
        <translation>Das Passwort des Realms, für jedes Programm, das damit anmeldet (kpasswd).</translation>
    </message>
    <message>
        <source>Old password</source>
        <translation>Altes Passwort</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>Neues Passwort</translation>
    </message>
    <message>
        <source>New password again</source>
        <translation>Neues Passwort noch einmal</translation>
    </message>
    <message>
        <source>&amp;Principal</source>
        <translation>&amp;Principal</translation>
    </message>
    <message>
        <source>&amp;Old password</source>
        <translation>&amp;Altes Passwort</translation>
    </message>
    <message>
        <source>&amp;New password</source>
        <translation>&amp;Neues Passwort</translation>
    </message>
    <message>
        <source>New password &amp;again</source>
        <translation>Noch &amp;einmal</translation>
    </message>
    <message>
        <source>as typed before</source>
        <translation>wie zuvor eingegeben</translation>
    </message>
</context>
<context>
    <name>latchkey::ClientPlan</name>
    <message>
        <source>The profile logs in by MariaDB’s gssapi, which the program mysql does not know, and the program mariadb is not installed. Install MariaDB’s client.</source>
        <translation>Das Profil meldet sich mit gssapi von MariaDB an. Das Programm mysql kennt es nicht, und das Programm mariadb ist nicht installiert. Installieren Sie den Client von MariaDB.</translation>
    </message>
    <message>
        <source>The program mariadb cannot log in by Kerberos, because the plugin authentication_kerberos_client.so was not found. Install Latchkey again.</source>
        <translation>Das Programm mariadb kann sich nicht mit Kerberos anmelden, weil das Plugin authentication_kerberos_client.so nicht gefunden wurde. Installieren Sie Latchkey neu.</translation>
    </message>
    <message>
        <source>No client program is installed: neither mariadb nor mysql was found. Install MariaDB’s or MySQL’s client.</source>
        <translation>Es ist kein Client installiert: Weder mariadb noch mysql wurde gefunden. Installieren Sie den Client von MariaDB oder von MySQL.</translation>
    </message>
    <message>
        <source>The profile keeps a session’s tickets in memory. Another program cannot do that: the server’s ticket stays in the cache of %1.</source>
        <translation>Das Profil behält die Tickets einer Sitzung im Speicher. Ein anderes Programm kann das nicht: Das Ticket des Servers bleibt im Cache von %1.</translation>
    </message>
</context>
<context>
    <name>latchkey::ClipboardText</name>
    <message>
        <source>Nothing was copied: the selected cells make more than %1 of text, which other programs may not take from the clipboard. Select fewer cells, or write them to a file with “Export…”.</source>
        <translation>Es wurde nichts kopiert: Die ausgewählten Zellen ergeben mehr als %1 Text, den andere Programme womöglich nicht aus der Zwischenablage annehmen. Wählen Sie weniger Zellen aus, oder schreiben Sie sie mit „Exportieren…“ in eine Datei.</translation>
    </message>
</context>
<context>
    <name>latchkey::CloseGuard</name>
    <message>
        <source>Close the window</source>
        <translation>Fenster schließen</translation>
    </message>
    <message>
        <source>Roll back and close</source>
        <translation>Zurückrollen und schließen</translation>
    </message>
    <message>
        <source>%1: a transaction is open</source>
        <translation>%1: eine Transaktion ist offen</translation>
    </message>
    <message>
        <source>%1: a statement is running</source>
        <translation>%1: eine Anweisung läuft</translation>
    </message>
    <message>
        <source>Quit Latchkey</source>
        <translation>Latchkey beenden</translation>
    </message>
    <message numerus="yes">
        <source>%n session(s) are not finished: %1.</source>
        <translation>
            <numerusform>%n Sitzung ist noch nicht fertig: %1.</numerusform>
            <numerusform>%n Sitzungen sind noch nicht fertig: %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Quitting stops what runs and rolls back what was not committed.</source>
        <translation>Beim Beenden wird angehalten, was läuft, und zurückgerollt, was nicht festgeschrieben ist.</translation>
    </message>
    <message>
        <source>Closing the window stops what runs and rolls back what was not committed.</source>
        <translation>Beim Schließen des Fensters wird angehalten, was läuft, und zurückgerollt, was nicht festgeschrieben ist.</translation>
    </message>
    <message>
        <source>Roll back and quit</source>
        <translation>Zurückrollen und beenden</translation>
    </message>
</context>
<context>
    <name>latchkey::ConnectProgress</name>
    <message>
        <source>Look up</source>
        <translation>Nachschlagen</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>Ticket</translation>
    </message>
    <message>
        <source>Authenticate</source>
        <translation>Authentifizieren</translation>
    </message>
    <message>
        <source>not begun</source>
        <translation>noch nicht begonnen</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>gescheitert</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>%1, %2:%3</source>
        <translation>%1, %2:%3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
</context>
<context>
    <name>latchkey::ConnectionPreview</name>
    <message>
        <source>None: the login is by a database password, without a ticket.</source>
        <translation>Keiner: Angemeldet wird mit einem Datenbankpasswort, ohne Ticket.</translation>
    </message>
    <message>
        <source>“%1” names no host: a service principal name looks like mysql/db1.example.com@EXAMPLE.COM.</source>
        <translation>„%1“ nennt keinen Host: Ein SPN sieht aus wie mysql/db1.example.com@EXAMPLE.COM.</translation>
    </message>
    <message>
        <source>A server that names any other one gets no ticket.</source>
        <translation>Ein Server, der einen anderen nennt, bekommt kein Ticket.</translation>
    </message>
    <message>
        <source>The server names its own; what is of another class gets no ticket. The first one that a verified certificate vouches for is remembered.</source>
        <translation>Der Server nennt seinen eigenen; was zu einer anderen Klasse gehört, bekommt kein Ticket. Der erste, für den ein geprüftes Zertifikat bürgt, wird gemerkt.</translation>
    </message>
    <message>
        <source>%1, with the ticket of %2</source>
        <translation>%1, mit dem Ticket von %2</translation>
    </message>
</context>
<context>
    <name>latchkey::ConnectionTrial</name>
    <message>
        <source>not encrypted</source>
        <translation>nicht verschlüsselt</translation>
    </message>
    <message>
        <source>%1, verified</source>
        <translation>%1, geprüft</translation>
    </message>
    <message>
        <source>%1, not verified</source>
        <translation>%1, nicht geprüft</translation>
    </message>
    <message>
        <source>It works: logged in as “%1” (%2). The server is %3.</source>
        <translation>Es geht: angemeldet als „%1“ (%2). Der Server ist %3.</translation>
    </message>
    <message>
        <source>It works: logged in as “%1” with the ticket of %2 for %3 (%4). The server is %5.</source>
        <translation>Es geht: angemeldet als „%1“ mit dem Ticket von %2 für %3 (%4). Der Server ist %5.</translation>
    </message>
    <message>
        <source>Trying “%1” was cancelled.</source>
        <translation>Der Versuch mit „%1“ wurde abgebrochen.</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation>%1 auf %2</translation>
    </message>
</context>
<context>
    <name>latchkey::Connector</name>
    <message>
        <source>The ticket of %1 has expired. Sign in again, then connect.</source>
        <translation>Das Ticket von %1 ist abgelaufen. Melden Sie sich erneut an und verbinden Sie dann.</translation>
    </message>
    <message>
        <source>This profile connects as %1, but somebody else is signed in. Sign in as %1; the other tickets stay as they are.</source>
        <translation>Dieses Profil verbindet als %1, angemeldet ist aber jemand anderes. Melden Sie sich als %1 an; die anderen Tickets bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>Nobody is signed in. Sign in, then connect.</source>
        <translation>Niemand ist angemeldet. Melden Sie sich an und verbinden Sie dann.</translation>
    </message>
    <message>
        <source>%1 is not signed in. Sign in, then connect.</source>
        <translation>%1 ist nicht angemeldet. Melden Sie sich an und verbinden Sie dann.</translation>
    </message>
    <message>
        <source>This profile connects as %1 with the default credential cache, but %1’s tickets are not in it. Make the cache of %1 the default one, or have the profile use the principal’s cache.</source>
        <translation>Dieses Profil verbindet als %1 mit dem Standard-Cache, aber die Tickets von %1 liegen nicht darin. Machen Sie den Cache von %1 zum Standard, oder lassen Sie das Profil den Cache des Principals benutzen.</translation>
    </message>
</context>
<context>
    <name>latchkey::CopyFormat</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy with Column Names</source>
        <translation>Mit Spaltennamen kopieren</translation>
    </message>
    <message>
        <source>Copy as CSV</source>
        <translation>Als CSV kopieren</translation>
    </message>
    <message>
        <source>Copy as JSON</source>
        <translation>Als JSON kopieren</translation>
    </message>
    <message>
        <source>Copy as Markdown</source>
        <translation>Als Markdown kopieren</translation>
    </message>
    <message>
        <source>Copy as INSERT Statements</source>
        <translation>Als INSERT-Anweisungen kopieren</translation>
    </message>
    <message>
        <source>Nothing was copied, because the selected rows do not all have the same columns selected, and INSERT statements would write NULL for the rest. Select whole rows, or the same columns of each row.</source>
        <translation>Es wurde nichts kopiert, weil nicht in allen gewählten Zeilen dieselben Spalten ausgewählt sind und INSERT-Anweisungen für die übrigen NULL schrieben. Wählen Sie ganze Zeilen oder in jeder Zeile dieselben Spalten aus.</translation>
    </message>
</context>
<context>
    <name>latchkey::CopyMenu</name>
    <message>
        <source>Co&amp;py as</source>
        <translation>&amp;Kopieren als</translation>
    </message>
    <message>
        <source>&amp;Host name</source>
        <translation>&amp;Hostname</translation>
    </message>
    <message>
        <source>&amp;Command line</source>
        <translation>&amp;Befehlszeile</translation>
    </message>
    <message>
        <source>&amp;URI</source>
        <translation>&amp;URI</translation>
    </message>
    <message>
        <source>&amp;JSON</source>
        <translation>&amp;JSON</translation>
    </message>
</context>
<context>
    <name>latchkey::CopyRow</name>
    <message>
        <source>Cancel copying</source>
        <translation>Kopieren abbrechen</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Copying, %1 of text so far…</source>
        <translation>Wird kopiert, bisher %1 Text…</translation>
    </message>
    <message>
        <source>The selected cells are on the clipboard.</source>
        <translation>Die ausgewählten Zellen sind in der Zwischenablage.</translation>
    </message>
    <message>
        <source>Copying was cancelled; the clipboard is as it was.</source>
        <translation>Das Kopieren wurde abgebrochen; die Zwischenablage ist, wie sie war.</translation>
    </message>
</context>
<context>
    <name>latchkey::DefinitionDialog</name>
    <message>
        <source>Definition of %1</source>
        <translation>Definition von %1</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen…</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Insert into editor</source>
        <translation>In den Editor einfügen</translation>
    </message>
</context>
<context>
    <name>latchkey::DiffView</name>
    <message>
        <source>How the file changes</source>
        <translation>Wie sich die Datei ändert</translation>
    </message>
</context>
<context>
    <name>latchkey::EditorTabs</name>
    <message>
        <source>SQL (*.sql)</source>
        <translation>SQL (*.sql)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Editors</source>
        <translation>Editoren</translation>
    </message>
    <message>
        <source>Query %1</source>
        <translation>Abfrage %1</translation>
    </message>
    <message>
        <source>%1 *</source>
        <translation>%1 *</translation>
    </message>
    <message>
        <source>Kept by Latchkey, in no file of yours</source>
        <translation>Von Latchkey aufbewahrt, in keiner eigenen Datei</translation>
    </message>
    <message>
        <source>Close the editor</source>
        <translation>Editor schließen</translation>
    </message>
    <message>
        <source>Throw the text in “%1” away?</source>
        <translation>Den Text in „%1“ verwerfen?</translation>
    </message>
    <message>
        <source>It is in no file.</source>
        <translation>Er steht in keiner Datei.</translation>
    </message>
    <message>
        <source>What is not saved to its file is lost.</source>
        <translation>Was nicht in seiner Datei gespeichert ist, geht verloren.</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Open SQL</source>
        <translation>SQL öffnen</translation>
    </message>
    <message>
        <source>“%1” is no UTF-8 and was read as %2. Check its special characters; saving writes UTF-8.</source>
        <translation>„%1“ ist kein UTF-8 und wurde als %2 gelesen. Prüfen Sie die Sonderzeichen; gespeichert wird UTF-8.</translation>
    </message>
    <message>
        <source>Save SQL</source>
        <translation>SQL speichern</translation>
    </message>
    <message>
        <source>“%1” has been removed or renamed. The text is still here; save it to keep it.</source>
        <translation>„%1“ wurde entfernt oder umbenannt. Der Text ist noch hier; speichern Sie ihn, um ihn zu behalten.</translation>
    </message>
    <message>
        <source>Changed on the disk</source>
        <translation>Auf der Platte geändert</translation>
    </message>
    <message>
        <source>Another program has changed “%1”. Load it again?</source>
        <translation>Ein anderes Programm hat „%1“ geändert. Neu laden?</translation>
    </message>
    <message>
        <source>What you have typed and not saved is lost then.</source>
        <translation>Was Sie eingegeben und nicht gespeichert haben, geht dann verloren.</translation>
    </message>
    <message>
        <source>Nothing of yours is lost.</source>
        <translation>Von Ihnen geht nichts verloren.</translation>
    </message>
    <message>
        <source>Load again</source>
        <translation>Neu laden</translation>
    </message>
    <message>
        <source>Not all lines of “%1” end alike. Saving ends them all as most of them do.</source>
        <translation>Nicht alle Zeilen von „%1“ enden gleich. Beim Speichern enden sie alle so wie die meisten.</translation>
    </message>
    <message>
        <source>“%1” has been changed since the text here was typed. Saving asks before it replaces the other text; save under another name to keep both.</source>
        <translation>„%1“ wurde geändert, seit der Text hier eingegeben wurde. Beim Speichern wird gefragt, bevor der andere Text ersetzt wird; unter anderem Namen gespeichert, bleiben beide erhalten.</translation>
    </message>
</context>
<context>
    <name>latchkey::Environment</name>
    <message>
        <source>Production</source>
        <translation>Produktion</translation>
    </message>
    <message>
        <source>Staging</source>
        <translation>Staging</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Test</translation>
    </message>
</context>
<context>
    <name>latchkey::ErrorBanner</name>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Copy the message with its details</source>
        <translation>Die Meldung mit ihren Details kopieren</translation>
    </message>
    <message>
        <source>Close the message</source>
        <translation>Die Meldung schließen</translation>
    </message>
</context>
<context>
    <name>latchkey::ExportDialog</name>
    <message>
        <source>Export profiles</source>
        <translation>Profile exportieren</translation>
    </message>
    <message numerus="yes">
        <source>%n selected profile(s)</source>
        <translation>
            <numerusform>%n ausgewähltes Profil</numerusform>
            <numerusform>%n ausgewählte Profile</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n profile(s)</source>
        <translation>
            <numerusform>Alle (%n Profil)</numerusform>
            <numerusform>Alle %n Profile</numerusform>
        </translation>
    </message>
    <message>
        <source>What the format cannot hold</source>
        <translation>Was das Format nicht aufnehmen kann</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Speichern unter …</translation>
    </message>
    <message>
        <source>&amp;Profiles</source>
        <translation>&amp;Profile</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>&amp;Format</translation>
    </message>
    <message>
        <source>The format holds everything that these profiles say. No password is in the file.</source>
        <translation>Das Format nimmt alles auf, was diese Profile sagen. In der Datei steht kein Passwort.</translation>
    </message>
    <message>
        <source>What the format cannot hold. No password is in the file.</source>
        <translation>Was das Format nicht aufnehmen kann. In der Datei steht kein Passwort.</translation>
    </message>
    <message>
        <source>Save profiles as</source>
        <translation>Profile speichern unter</translation>
    </message>
    <message>
        <source>Saved as “%1”.</source>
        <translation>Als „%1“ gespeichert.</translation>
    </message>
</context>
<context>
    <name>latchkey::FilterBar</name>
    <message>
        <source>Rows that contain…</source>
        <translation>Zeilen, die … enthalten</translation>
    </message>
    <message>
        <source>Text that the rows must contain</source>
        <translation>Text, den die Zeilen enthalten müssen</translation>
    </message>
    <message>
        <source>Column to look in</source>
        <translation>Spalte, in der gesucht wird</translation>
    </message>
    <message>
        <source>Show all rows again (Esc)</source>
        <translation>Wieder alle Zeilen zeigen (Esc)</translation>
    </message>
    <message>
        <source>Show all rows again</source>
        <translation>Wieder alle Zeilen zeigen</translation>
    </message>
    <message>
        <source>In any column</source>
        <translation>In allen Spalten</translation>
    </message>
    <message>
        <source>In %1</source>
        <translation>In %1</translation>
    </message>
</context>
<context>
    <name>latchkey::FindBar</name>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Match case</source>
        <translation>Groß-/Kleinschreibung beachten</translation>
    </message>
    <message>
        <source>Whole words</source>
        <translation>Ganze Wörter</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>Regulärer Ausdruck</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Close the find bar</source>
        <translation>Suchleiste schließen</translation>
    </message>
    <message>
        <source>Replace with</source>
        <translation>Ersetzen durch</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Replace all</source>
        <translation>Alle ersetzen</translation>
    </message>
    <message>
        <source>This is no regular expression.</source>
        <translation>Das ist kein regulärer Ausdruck.</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Nicht gefunden</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message numerus="yes">
        <source>%n replaced</source>
        <translation>
            <numerusform>%n ersetzt</numerusform>
            <numerusform>%n ersetzt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>latchkey::FindingList</name>
    <message>
        <source>What was found</source>
        <translation>Was gefunden wurde</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
</context>
<context>
    <name>latchkey::HelpDialogs</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Kerberos single sign-on for MySQL-family databases: sign in once, then connect.

Free software under the GNU General Public License, version 2 or later. Built on Qt, MIT Kerberos, MariaDB Connector/C, MySQL Connector/C++ and QScintilla.</source>
        <translation>Kerberos-Single-Sign-on für Datenbanken der MySQL-Familie: einmal anmelden, dann verbinden.

Freie Software unter der GNU General Public License, Version 2 oder neuer. Beruht auf Qt, MIT Kerberos, MariaDB Connector/C, MySQL Connector/C++ und QScintilla.</translation>
    </message>
    <message>
        <source>About Latchkey</source>
        <translation>Über Latchkey</translation>
    </message>
</context>
<context>
    <name>latchkey::HistoryView</name>
    <message>
        <source>Error %1</source>
        <translation>Fehler %1</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Only this profile</source>
        <translation>Nur dieses Profil</translation>
    </message>
    <message>
        <source>Search the history</source>
        <translation>Im Verlauf suchen</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>Elapsed</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Statement</source>
        <translation>Anweisung</translation>
    </message>
    <message>
        <source>Delete the history…</source>
        <translation>Verlauf löschen …</translation>
    </message>
    <message>
        <source>Delete the history</source>
        <translation>Verlauf löschen</translation>
    </message>
    <message>
        <source>Delete the whole history of statements?</source>
        <translation>Den ganzen Verlauf der Anweisungen löschen?</translation>
    </message>
    <message>
        <source>Those of every profile and every session go, and cannot be brought back.</source>
        <translation>Die Einträge aller Profile und aller Sitzungen gehen verloren und lassen sich nicht zurückholen.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>This session only</source>
        <translation>Nur diese Sitzung</translation>
    </message>
    <message>
        <source>The history keeps only the beginning of this statement:</source>
        <translation>Der Verlauf bewahrt von dieser Anweisung nur den Anfang auf:</translation>
    </message>
</context>
<context>
    <name>latchkey::Identities</name>
    <message>
        <source>The ticket is renewed.</source>
        <translation>Das Ticket ist erneuert.</translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) destroyed.</source>
        <translation>
            <numerusform>%n Ticket vernichtet.</numerusform>
            <numerusform>%n Tickets vernichtet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n credential cache(s) destroyed.</source>
        <translation>
            <numerusform>%n Credential-Cache vernichtet.</numerusform>
            <numerusform>%n Credential-Caches vernichtet.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is the default identity now.</source>
        <translation>%1 ist jetzt die Standardidentität.</translation>
    </message>
    <message>
        <source>The ticket of %1 could not be renewed yet; Latchkey tries again.</source>
        <translation>Das Ticket von %1 konnte noch nicht erneuert werden; Latchkey versucht es wieder.</translation>
    </message>
    <message>
        <source>The ticket of %1 cannot be renewed any more.</source>
        <translation>Das Ticket von %1 kann nicht mehr erneuert werden.</translation>
    </message>
</context>
<context>
    <name>latchkey::IdentityBar</name>
    <message>
        <source>expired %1</source>
        <translation>abgelaufen seit %1</translation>
    </message>
    <message>
        <source>valid %1, renewable %2</source>
        <translation>noch gültig: %1, erneuerbar: %2</translation>
    </message>
    <message>
        <source>valid %1</source>
        <translation>noch gültig: %1</translation>
    </message>
    <message>
        <source>no ticket-granting ticket</source>
        <translation>kein Ticket-Granting-Ticket</translation>
    </message>
    <message>
        <source>Default identity</source>
        <translation>Standardidentität</translation>
    </message>
    <message>
        <source>Everybody who is signed in</source>
        <translation>Alle, die angemeldet sind</translation>
    </message>
    <message>
        <source>&amp;Renew</source>
        <translation>&amp;Erneuern</translation>
    </message>
    <message>
        <source>Get a fresh ticket without the password (kinit -R)</source>
        <translation>Ein frisches Ticket ohne Passwort holen (kinit -R)</translation>
    </message>
    <message>
        <source>Destroy the tickets of this identity or of all (kdestroy)</source>
        <translation>Die Tickets dieser Identität oder aller vernichten (kdestroy)</translation>
    </message>
    <message>
        <source>No default identity</source>
        <translation>Keine Standardidentität</translation>
    </message>
    <message>
        <source>Nobody is signed in</source>
        <translation>Niemand ist angemeldet</translation>
    </message>
    <message>
        <source>Looking for tickets…</source>
        <translation>Tickets werden gesucht…</translation>
    </message>
    <message>
        <source>Choose one of those who are signed in, or sign in.</source>
        <translation>Wählen Sie eine der angemeldeten Identitäten oder melden Sie sich an.</translation>
    </message>
    <message>
        <source>Sign in to connect without passwords.</source>
        <translation>Melden Sie sich an, um ohne Passwörter zu verbinden.</translation>
    </message>
    <message>
        <source>Sign in as somebody else…</source>
        <translation>Als jemand anderes anmelden…</translation>
    </message>
    <message>
        <source>not renewed, next try %1</source>
        <translation>nicht erneuert, nächster Versuch %1</translation>
    </message>
    <message>
        <source>next renewal %1</source>
        <translation>nächste Erneuerung %1</translation>
    </message>
    <message>
        <source>Get a ticket with a password, a keytab or a certificate (kinit)</source>
        <translation>Ein Ticket mit Passwort, Keytab oder Zertifikat holen (kinit)</translation>
    </message>
    <message>
        <source>The password expires on %1.</source>
        <translation>Das Passwort läuft am %1 ab.</translation>
    </message>
    <message>
        <source>signs in again %1</source>
        <translation>neue Anmeldung %1</translation>
    </message>
    <message>
        <source>Si&amp;gn in…</source>
        <translation>An&amp;melden…</translation>
    </message>
    <message>
        <source>Tickets not known yet</source>
        <translation>Tickets noch nicht bekannt</translation>
    </message>
    <message>
        <source>They cannot be read; Latchkey tries again.</source>
        <translation>Sie können nicht gelesen werden; Latchkey versucht es weiter.</translation>
    </message>
    <message>
        <source>&amp;Destroy</source>
        <translation>&amp;Vernichten</translation>
    </message>
    <message>
        <source>the tickets of %1 (%2)</source>
        <translation>Die Tickets von %1 (%2)</translation>
    </message>
    <message>
        <source>Tickets of %1…</source>
        <translation>Tickets von %1…</translation>
    </message>
    <message>
        <source>All caches…</source>
        <translation>Alle Caches…</translation>
    </message>
    <message>
        <source>all credential caches</source>
        <translation>Alle Credential-Caches</translation>
    </message>
</context>
<context>
    <name>latchkey::IdentityValues</name>
    <message>
        <source>The identity of “%1” cannot be filled in: ${REALM} is krb5.conf’s default realm, and it names none. Set default_realm there, or write the realm into the profile.</source>
        <translation>Die Identität von „%1“ lässt sich nicht einsetzen: ${REALM} ist der Standard-Realm aus krb5.conf, und dort steht keiner. Tragen Sie dort default_realm ein, oder schreiben Sie den Realm in das Profil.</translation>
    </message>
</context>
<context>
    <name>latchkey::ImportDialog</name>
    <message>
        <source>Take TLS that verifies less</source>
        <translation>TLS übernehmen, das weniger prüft</translation>
    </message>
    <message>
        <source>Take statements that run when a session begins</source>
        <translation>Anweisungen übernehmen, die zu Beginn einer Sitzung laufen</translation>
    </message>
    <message>
        <source>Take session variables</source>
        <translation>Sitzungsvariablen übernehmen</translation>
    </message>
    <message>
        <source>Take krb5.conf files</source>
        <translation>krb5.conf-Dateien übernehmen</translation>
    </message>
    <message>
        <source>Take keytabs</source>
        <translation>Keytabs übernehmen</translation>
    </message>
    <message>
        <source>Take other service principals than the pinned ones</source>
        <translation>Andere Dienst-Principals als die gemerkten übernehmen</translation>
    </message>
    <message>
        <source>Import from %1</source>
        <translation>Import aus %1</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>Anmerkungen</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>What importing would do</source>
        <translation>Was der Import täte</translation>
    </message>
    <message>
        <source>Into &amp;folder</source>
        <translation>In &amp;Ordner</translation>
    </message>
    <message>
        <source>as in the file</source>
        <translation>wie in der Datei</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Lesen …</translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n neu</numerusform>
            <numerusform>%n neu</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%n geändert</numerusform>
            <numerusform>%n geändert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n as it is</source>
        <translation>
            <numerusform>%n wie bisher</numerusform>
            <numerusform>%n wie bisher</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out</source>
        <translation>
            <numerusform>%n ausgelassen</numerusform>
            <numerusform>%n ausgelassen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import %n row(s)</source>
        <translation>
            <numerusform>%n Zeile importieren</numerusform>
            <numerusform>%n Zeilen importieren</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>latchkey::ImportModel</name>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Ändert sich</translation>
    </message>
    <message>
        <source>As it is</source>
        <translation>Bleibt</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Ausgelassen</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>Was geschieht</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
</context>
<context>
    <name>latchkey::Job</name>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
</context>
<context>
    <name>latchkey::Keychain</name>
    <message>
        <source>The keychain remembers the password of %1.</source>
        <translation>Der Schlüsselbund merkt sich das Passwort von %1.</translation>
    </message>
    <message>
        <source>The keychain has forgotten the password of %1.</source>
        <translation>Das Passwort von %1 ist nicht mehr im Schlüsselbund.</translation>
    </message>
    <message>
        <source>The remembered password of %1 was refused and is forgotten.</source>
        <translation>Das gemerkte Passwort von %1 wurde abgelehnt und daher gelöscht.</translation>
    </message>
</context>
<context>
    <name>latchkey::LoginDialog</name>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Sign in with Kerberos</source>
        <translation>Mit Kerberos anmelden</translation>
    </message>
    <message>
        <source>One sign-in opens every connection of that identity.</source>
        <translation>Eine Anmeldung öffnet alle Verbindungen dieser Identität.</translation>
    </message>
    <message>
        <source>&amp;Principal</source>
        <translation>&amp;Principal</translation>
    </message>
    <message>
        <source>Change password…</source>
        <translation>Passwort ändern…</translation>
    </message>
    <message>
        <source>More &amp;options</source>
        <translation>Weitere &amp;Optionen</translation>
    </message>
</context>
<context>
    <name>latchkey::MachineShutdown</name>
    <message>
        <source>Tickets are destroyed when Latchkey quits.</source>
        <translation>Beim Beenden von Latchkey werden die Tickets vernichtet.</translation>
    </message>
</context>
<context>
    <name>latchkey::MainWindow</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Identity</source>
        <translation>&amp;Identität</translation>
    </message>
    <message>
        <source>&amp;Sign in…</source>
        <translation>An&amp;melden…</translation>
    </message>
    <message>
        <source>&amp;Renew</source>
        <translation>&amp;Erneuern</translation>
    </message>
    <message>
        <source>&amp;Destroy tickets…</source>
        <translation>Tickets &amp;vernichten…</translation>
    </message>
    <message>
        <source>all credential caches</source>
        <translation>Alle Credential-Caches</translation>
    </message>
    <message>
        <source>&amp;Session</source>
        <translation>&amp;Sitzung</translation>
    </message>
    <message>
        <source>&amp;Connect</source>
        <translation>&amp;Verbinden</translation>
    </message>
    <message>
        <source>&amp;Reconnect</source>
        <translation>&amp;Neu verbinden</translation>
    </message>
    <message>
        <source>&amp;Disconnect</source>
        <translation>&amp;Trennen</translation>
    </message>
    <message>
        <source>&amp;Next session</source>
        <translation>Nä&amp;chste Sitzung</translation>
    </message>
    <message>
        <source>&amp;Previous session</source>
        <translation>V&amp;orherige Sitzung</translation>
    </message>
    <message>
        <source>C&amp;lose session</source>
        <translation>Sitzung &amp;schließen</translation>
    </message>
    <message>
        <source>&amp;Query</source>
        <translation>&amp;Abfrage</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>A&amp;nsicht</translation>
    </message>
    <message>
        <source>&amp;Filter profiles</source>
        <translation>Profile &amp;filtern</translation>
    </message>
    <message>
        <source>&amp;Refresh tickets</source>
        <translation>Tickets &amp;aktualisieren</translation>
    </message>
    <message>
        <source>&amp;Profiles</source>
        <translation>&amp;Profile</translation>
    </message>
    <message>
        <source>&amp;Tickets</source>
        <translation>&amp;Tickets</translation>
    </message>
    <message>
        <source>T&amp;heme</source>
        <translation>Farb&amp;schema</translation>
    </message>
    <message>
        <source>As the &amp;desktop</source>
        <translation>Wie der &amp;Desktop</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>D&amp;ark</source>
        <translation>D&amp;unkel</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
        <source>&amp;About Latchkey</source>
        <translation>&amp;Über Latchkey</translation>
    </message>
    <message>
        <source>About &amp;Qt</source>
        <translation>Über &amp;Qt</translation>
    </message>
    <message>
        <source>Latchkey</source>
        <translation>Latchkey</translation>
    </message>
    <message>
        <source>%1 – Latchkey</source>
        <translation>%1 – Latchkey</translation>
    </message>
    <message>
        <source>Start with a profile</source>
        <translation>Beginnen Sie mit einem Profil</translation>
    </message>
    <message>
        <source>A profile says which server and whose tickets. Make one with Ctrl+N.</source>
        <translation>Ein Profil sagt, welcher Server und wessen Tickets gemeint sind. Strg+N legt eines an.</translation>
    </message>
    <message>
        <source>Sign in, then connect</source>
        <translation>Anmelden, dann verbinden</translation>
    </message>
    <message>
        <source>Sign in once with Ctrl+L; after that a double-click on a profile connects, without a password.</source>
        <translation>Melden Sie sich einmal mit Strg+L an; danach verbindet ein Doppelklick auf ein Profil ohne Passwort.</translation>
    </message>
    <message>
        <source>No session is open</source>
        <translation>Keine Sitzung ist offen</translation>
    </message>
    <message>
        <source>Double-click a profile, or press Ctrl+P and type a few letters of its name.</source>
        <translation>Klicken Sie doppelt auf ein Profil, oder drücken Sie Strg+P und tippen Sie einige Buchstaben seines Namens.</translation>
    </message>
    <message numerus="yes">
        <source>%n open session(s) stay connected until they are closed.</source>
        <translation>
            <numerusform>%n offene Sitzung bleibt verbunden, bis sie geschlossen wird.</numerusform>
            <numerusform>%n offene Sitzungen bleiben verbunden, bis sie geschlossen werden.</numerusform>
        </translation>
    </message>
    <message>
        <source>You have to sign in again to connect.</source>
        <translation>Zum Verbinden müssen Sie sich neu anmelden.</translation>
    </message>
    <message>
        <source>Destroy tickets</source>
        <translation>Tickets vernichten</translation>
    </message>
    <message>
        <source>Destroy %1?</source>
        <translation>%1 vernichten?</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>&amp;Einstellungen…</translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation>Anmelden…</translation>
    </message>
    <message>
        <source>&amp;Change password…</source>
        <translation>Passwort ä&amp;ndern…</translation>
    </message>
    <message>
        <source>The password of %1 is changed.</source>
        <translation>Das Passwort von %1 ist geändert.</translation>
    </message>
    <message>
        <source>Change password…</source>
        <translation>Passwort ändern…</translation>
    </message>
    <message>
        <source>S&amp;chema</source>
        <translation>S&amp;chema</translation>
    </message>
    <message>
        <source>Quick &amp;open…</source>
        <translation>&amp;Schnell öffnen…</translation>
    </message>
    <message>
        <source>Team catalo&amp;gues…</source>
        <translation>Tea&amp;m-Kataloge…</translation>
    </message>
    <message>
        <source>Rea&amp;lm configuration…</source>
        <translation>Rea&amp;lm-Konfiguration…</translation>
    </message>
    <message>
        <source>&amp;Next pane</source>
        <translation>&amp;Nächster Bereich</translation>
    </message>
    <message>
        <source>Pre&amp;vious pane</source>
        <translation>&amp;Vorheriger Bereich</translation>
    </message>
    <message>
        <source>Copy the command</source>
        <translation>Befehl kopieren</translation>
    </message>
    <message>
        <source>The tickets are not renewed by themselves any more.</source>
        <translation>Die Tickets werden nicht mehr von selbst erneuert.</translation>
    </message>
    <message>
        <source>&amp;Server</source>
        <translation>&amp;Server</translation>
    </message>
</context>
<context>
    <name>latchkey::MessageList</name>
    <message>
        <source>%1 affected</source>
        <translation>%1 betroffen</translation>
    </message>
    <message>
        <source>%1, and more</source>
        <translation>%1 und weitere</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n Warnung</numerusform>
            <numerusform>%n Warnungen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln Zeile</numerusform>
            <numerusform>%Ln Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Meldungen</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Uhrzeit</translation>
    </message>
    <message>
        <source>Elapsed</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Statement</source>
        <translation>Anweisung</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>Zeile %1: %2</translation>
    </message>
</context>
<context>
    <name>latchkey::MismatchHint</name>
    <message>
        <source>The two new passwords differ.</source>
        <translation>Die beiden neuen Passwörter sind verschieden.</translation>
    </message>
</context>
<context>
    <name>latchkey::Notice</name>
    <message>
        <source>Ticket expires in %1</source>
        <translation>Ticket läuft in %1 ab</translation>
    </message>
    <message>
        <source>The ticket of %1 is valid until %2. Sign in again to go on connecting after that.</source>
        <translation>Das Ticket von %1 gilt bis %2. Melden Sie sich neu an, um auch danach zu verbinden.</translation>
    </message>
    <message>
        <source>Ticket not renewed</source>
        <translation>Ticket nicht erneuert</translation>
    </message>
    <message>
        <source>The ticket of %1 is valid until %2 and could not be renewed. %3</source>
        <translation>Das Ticket von %1 gilt bis %2 und konnte nicht erneuert werden. %3</translation>
    </message>
    <message>
        <source>Ticket expired</source>
        <translation>Ticket abgelaufen</translation>
    </message>
    <message>
        <source>The ticket of %1 has expired. Sign in again to connect.</source>
        <translation>Das Ticket von %1 ist abgelaufen. Melden Sie sich neu an, um zu verbinden.</translation>
    </message>
    <message>
        <source>Tickets destroyed</source>
        <translation>Tickets vernichtet</translation>
    </message>
    <message>
        <source>Password expires in %1</source>
        <translation>Passwort läuft in %1 ab</translation>
    </message>
    <message>
        <source>The password of %1 expires on %2. Change it before; after that, signing in asks for a new one.</source>
        <translation>Das Passwort von %1 läuft am %2 ab. Ändern Sie es vorher; danach fragt die Anmeldung nach einem neuen.</translation>
    </message>
    <message>
        <source>Not signed in again</source>
        <translation>Nicht neu angemeldet</translation>
    </message>
    <message>
        <source>Latchkey could not sign in again as %1, whose ticket is valid until %2. %3</source>
        <translation>Latchkey konnte sich nicht neu als %1 anmelden, dessen Ticket bis %2 gilt. %3</translation>
    </message>
</context>
<context>
    <name>latchkey::Notifier</name>
    <message>
        <source>Show Latchkey</source>
        <translation>Latchkey zeigen</translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation>Anmelden…</translation>
    </message>
    <message>
        <source>Renew</source>
        <translation>Erneuern</translation>
    </message>
    <message>
        <source>Change password…</source>
        <translation>Passwort ändern…</translation>
    </message>
</context>
<context>
    <name>latchkey::ParameterDialog</name>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>What the placeholders stand for in this run:</source>
        <translation>Wofür die Platzhalter bei dieser Ausführung stehen:</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Ausführen</translation>
    </message>
    <message>
        <source>Value of :%1</source>
        <translation>Wert von :%1</translation>
    </message>
    <message>
        <source>Kind of :%1</source>
        <translation>Art von :%1</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Zahl</translation>
    </message>
    <message>
        <source>NULL</source>
        <translation>NULL</translation>
    </message>
</context>
<context>
    <name>latchkey::PasswordDialog</name>
    <message>
        <source>Database password</source>
        <translation>Datenbankpasswort</translation>
    </message>
    <message>
        <source>Password of %1</source>
        <translation>Passwort von %1</translation>
    </message>
    <message>
        <source>Used for this connection only; Latchkey keeps it nowhere.</source>
        <translation>Nur für diese Verbindung; Latchkey bewahrt es nirgends auf.</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>Used for this connection only, unless the keychain should remember it.</source>
        <translation>Nur für diese Verbindung, es sei denn, der Schlüsselbund soll es sich merken.</translation>
    </message>
</context>
<context>
    <name>latchkey::PasswordField</name>
    <message>
        <source>Caps Lock is on</source>
        <translation>Feststelltaste ist an</translation>
    </message>
</context>
<context>
    <name>latchkey::PasswordNotices</name>
    <message>
        <source>password expires in %1</source>
        <translation>Passwort läuft in %1 ab</translation>
    </message>
    <message>
        <source>password has expired</source>
        <translation>Passwort ist abgelaufen</translation>
    </message>
</context>
<context>
    <name>latchkey::Picture</name>
    <message>
        <source>The picture is too large to be shown here. Export it to look at it.</source>
        <translation>Das Bild ist zu groß, um hier gezeigt zu werden. Exportieren Sie es, um es anzusehen.</translation>
    </message>
    <message>
        <source>The value begins like a picture but cannot be read as one. Look at its bytes.</source>
        <translation>Der Wert beginnt wie ein Bild, lässt sich aber nicht als Bild lesen. Sehen Sie sich seine Bytes an.</translation>
    </message>
</context>
<context>
    <name>latchkey::PlanModel</name>
    <message>
        <source>Reads the whole table; an index on what it is searched by may help.</source>
        <translation>Liest die ganze Tabelle; ein Index auf das, wonach gesucht wird, kann helfen.</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>Zugriff</translation>
    </message>
    <message>
        <source>Index</source>
        <translation>Index</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>Bedingung</translation>
    </message>
</context>
<context>
    <name>latchkey::PlanPage</name>
    <message>
        <source>Plan as a tree</source>
        <translation>Plan als Baum</translation>
    </message>
    <message>
        <source>Plan as a table</source>
        <translation>Plan als Tabelle</translation>
    </message>
    <message>
        <source>Tree</source>
        <translation>Baum</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
</context>
<context>
    <name>latchkey::PreviewPane</name>
    <message>
        <source>Accepted SPN</source>
        <translation>Akzeptierter SPN</translation>
    </message>
    <message>
        <source>As a command</source>
        <translation>Als Befehl</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy: %1</source>
        <translation>Kopieren: %1</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>Identität</translation>
    </message>
</context>
<context>
    <name>latchkey::PrincipalField</name>
    <message>
        <source>Principal</source>
        <translation>Principal</translation>
    </message>
    <message>
        <source>alice@REALM, or just alice in the default realm</source>
        <translation>alice@REALM, oder nur alice im Standard-Realm</translation>
    </message>
</context>
<context>
    <name>latchkey::ProcessPage</name>
    <message>
        <source>The server does not do this for your account, because it lacks a privilege: %1. Ask the administrator for it.</source>
        <translation>Der Server tut das für Ihr Konto nicht, weil ihm ein Recht fehlt: %1. Bitten Sie den Administrator darum.</translation>
    </message>
    <message>
        <source>Processes</source>
        <translation>Prozesse</translation>
    </message>
    <message>
        <source>Stop statement</source>
        <translation>Anweisung abbrechen</translation>
    </message>
    <message>
        <source>End connection</source>
        <translation>Verbindung beenden</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%n connection(s)</source>
        <translation>
            <numerusform>%n Verbindung</numerusform>
            <numerusform>%n Verbindungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n at work</source>
        <translation>
            <numerusform>%n bei der Arbeit</numerusform>
            <numerusform>%n bei der Arbeit</numerusform>
        </translation>
    </message>
    <message>
        <source>Perhaps only your own connections are shown, because your account was not granted PROCESS on the whole server. Ask the administrator for it to see all.</source>
        <translation>Vielleicht werden nur Ihre eigenen Verbindungen gezeigt, weil Ihrem Konto PROCESS nicht für den ganzen Server gewährt wurde. Bitten Sie den Administrator darum, um alle zu sehen.</translation>
    </message>
    <message>
        <source>%1 from %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Stop what connection %1 runs (%2)?</source>
        <translation>Abbrechen, was Verbindung %1 ausführt (%2)?</translation>
    </message>
    <message>
        <source>End connection %1 (%2)?</source>
        <translation>Verbindung %1 beenden (%2)?</translation>
    </message>
    <message>
        <source>What it has changed and not committed is rolled back, which may take a while.</source>
        <translation>Was sie geändert und nicht festgeschrieben hat, wird zurückgerollt; das kann eine Weile dauern.</translation>
    </message>
    <message>
        <source>Stop the statement</source>
        <translation>Anweisung abbrechen</translation>
    </message>
    <message>
        <source>End the connection</source>
        <translation>Verbindung beenden</translation>
    </message>
    <message>
        <source>The profile is read-only, so it ends nothing on the server. Use a profile that may write.</source>
        <translation>Das Profil darf nur lesen und beendet deshalb nichts auf dem Server. Verwenden Sie ein Profil, das schreiben darf.</translation>
    </message>
</context>
<context>
    <name>latchkey::ProfileActions</name>
    <message>
        <source>&amp;Connect</source>
        <translation>&amp;Verbinden</translation>
    </message>
    <message>
        <source>&amp;New profile…</source>
        <translation>&amp;Neues Profil…</translation>
    </message>
    <message>
        <source>New &amp;folder…</source>
        <translation>Neuer &amp;Ordner …</translation>
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation>&amp;Bearbeiten …</translation>
    </message>
    <message>
        <source>F&amp;avourite</source>
        <translation>&amp;Favorit</translation>
    </message>
    <message>
        <source>Re&amp;move…</source>
        <translation>&amp;Entfernen …</translation>
    </message>
    <message>
        <source>Is a c&amp;luster</source>
        <translation>Ist ein &amp;Cluster</translation>
    </message>
    <message>
        <source>New profile</source>
        <translation>Neues Profil</translation>
    </message>
    <message>
        <source>Edit “%1”</source>
        <translation>„%1“ bearbeiten</translation>
    </message>
    <message>
        <source>Save profile</source>
        <translation>Profil speichern</translation>
    </message>
    <message numerus="yes">
        <source>Edit %n profile(s)</source>
        <translation>
            <numerusform>%n Profil bearbeiten</numerusform>
            <numerusform>%n Profile bearbeiten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Save %n profile(s)</source>
        <translation>
            <numerusform>%n Profil speichern</numerusform>
            <numerusform>%n Profile speichern</numerusform>
        </translation>
    </message>
    <message>
        <source>New folder</source>
        <translation>Neuer Ordner</translation>
    </message>
    <message>
        <source>Save folder</source>
        <translation>Ordner speichern</translation>
    </message>
    <message>
        <source>Edit folder “%1”</source>
        <translation>Ordner „%1“ bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Undo %1</source>
        <translation>&amp;Rückgängig: %1</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>Open in a &amp;terminal</source>
        <translation>In einem &amp;Terminal öffnen</translation>
    </message>
    <message>
        <source>Open in the mariadb or mysql client, with the ticket that the profile uses</source>
        <translation>Im Client mariadb oder mysql öffnen, mit dem Ticket, das das Profil verwendet</translation>
    </message>
    <message>
        <source>&amp;Duplicate</source>
        <translation>&amp;Duplizieren</translation>
    </message>
    <message>
        <source>Some of this is a catalogue’s. Duplicate its profiles one at a time.</source>
        <translation>Ein Teil davon gehört zu einem Katalog. Duplizieren Sie dessen Profile einzeln.</translation>
    </message>
    <message>
        <source>&amp;Redo %1</source>
        <translation>&amp;Wiederholen: %1</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
</context>
<context>
    <name>latchkey::ProfileEditor</name>
    <message>
        <source>Red</source>
        <translation>Rot</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>Orange</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>Gelb</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Grün</translation>
    </message>
    <message>
        <source>Teal</source>
        <translation>Blaugrün</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Blau</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>Violett</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>Grau</translation>
    </message>
    <message>
        <source>orders writer</source>
        <translation>Bestellungen Writer</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>Production/Europe; empty: no folder</source>
        <translation>Produktion/Europa; leer: kein Ordner</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>&amp;Folder</source>
        <translation>&amp;Ordner</translation>
    </message>
    <message>
        <source>Not said</source>
        <translation>Ohne Angabe</translation>
    </message>
    <message>
        <source>En&amp;vironment</source>
        <translation>&amp;Umgebung</translation>
    </message>
    <message>
        <source>Co&amp;lour</source>
        <translation>&amp;Farbe</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>orders.cluster-abc.eu-west-1.rds.amazonaws.com</source>
        <translation>orders.cluster-abc.eu-west-1.rds.amazonaws.com</translation>
    </message>
    <message>
        <source>&amp;Host</source>
        <translation>&amp;Host</translation>
    </message>
    <message>
        <source>P&amp;ort</source>
        <translation>Po&amp;rt</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keines</translation>
    </message>
    <message>
        <source>S&amp;chema</source>
        <translation>S&amp;chema</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Kerberos (Aurora MySQL, MySQL Enterprise)</source>
        <translation>Kerberos (Aurora MySQL, MySQL Enterprise)</translation>
    </message>
    <message>
        <source>GSSAPI (MariaDB)</source>
        <translation>GSSAPI (MariaDB)</translation>
    </message>
    <message>
        <source>Database password, asked for each time</source>
        <translation>Datenbankpasswort, jedes Mal erfragt</translation>
    </message>
    <message>
        <source>&amp;Authentication</source>
        <translation>&amp;Authentifizierung</translation>
    </message>
    <message>
        <source>whoever is signed in</source>
        <translation>wer gerade angemeldet ist</translation>
    </message>
    <message>
        <source>&amp;Principal</source>
        <translation>&amp;Principal</translation>
    </message>
    <message>
        <source>Acco&amp;unt</source>
        <translation>&amp;Konto</translation>
    </message>
    <message>
        <source>none: sign in by hand</source>
        <translation>keine: von Hand anmelden</translation>
    </message>
    <message>
        <source>&amp;Keytab</source>
        <translation>Ke&amp;ytab</translation>
    </message>
    <message>
        <source>Choose a keytab</source>
        <translation>Keytab auswählen</translation>
    </message>
    <message>
        <source>remembered at the first verified login</source>
        <translation>wird bei der ersten geprüften Anmeldung gemerkt</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>Identität</translation>
    </message>
    <message>
        <source>Verify certificate and host name</source>
        <translation>Zertifikat und Rechnernamen prüfen</translation>
    </message>
    <message>
        <source>Verify the certificate only</source>
        <translation>Nur das Zertifikat prüfen</translation>
    </message>
    <message>
        <source>Encrypt, but trust anybody</source>
        <translation>Verschlüsseln, aber jedem vertrauen</translation>
    </message>
    <message>
        <source>Off: everything readable on the way</source>
        <translation>Aus: unterwegs ist alles lesbar</translation>
    </message>
    <message>
        <source>the system’s authorities</source>
        <translation>die Zertifizierungsstellen des Systems</translation>
    </message>
    <message>
        <source>Authorities</source>
        <translation>Zertifizierungsstellen</translation>
    </message>
    <message>
        <source>Choose a PEM file</source>
        <translation>PEM-Datei auswählen</translation>
    </message>
    <message>
        <source>Security</source>
        <translation>Sicherheit</translation>
    </message>
    <message>
        <source>as the principal’s user part</source>
        <translation>wie der Benutzerteil des Principals</translation>
    </message>
    <message>
        <source>&amp;Test</source>
        <translation>&amp;Testen</translation>
    </message>
    <message>
        <source>&amp;Inside of</source>
        <translation>&amp;Innerhalb von</translation>
    </message>
    <message>
        <source>Ta&amp;gs</source>
        <translation>&amp;Schlagworte</translation>
    </message>
    <message>
        <source>eu, billing</source>
        <translation>eu, abrechnung</translation>
    </message>
    <message>
        <source>&amp;Endpoint</source>
        <translation>&amp;Endpunkt</translation>
    </message>
    <message>
        <source>A server of its own</source>
        <translation>Ein eigener Server</translation>
    </message>
    <message>
        <source>Writer of a cluster</source>
        <translation>Schreiber eines Clusters</translation>
    </message>
    <message>
        <source>Readers of a cluster</source>
        <translation>Leser eines Clusters</translation>
    </message>
    <message>
        <source>Custom endpoint</source>
        <translation>Eigener Endpunkt</translation>
    </message>
    <message>
        <source>One instance</source>
        <translation>Eine Instanz</translation>
    </message>
    <message>
        <source>Global writer</source>
        <translation>Globaler Schreiber</translation>
    </message>
    <message>
        <source>Ticket, in the way the server offers</source>
        <translation>Ticket, so wie der Server es anbietet</translation>
    </message>
    <message>
        <source>Database password from the keychain</source>
        <translation>Datenbankpasswort aus dem Schlüsselbund</translation>
    </message>
    <message>
        <source>&amp;SPN</source>
        <translation>&amp;SPN</translation>
    </message>
    <message>
        <source>A session begins with</source>
        <translation>Eine Sitzung beginnt mit</translation>
    </message>
    <message>
        <source>Character set</source>
        <translation>Zeichensatz</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zeitzone</translation>
    </message>
    <message>
        <source>the server’s</source>
        <translation>die des Servers</translation>
    </message>
    <message>
        <source>Variables</source>
        <translation>Variablen</translation>
    </message>
    <message>
        <source>Statements</source>
        <translation>Anweisungen</translation>
    </message>
    <message>
        <source>Time limits</source>
        <translation>Zeitgrenzen</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>keine Grenze</translation>
    </message>
    <message>
        <source>An answer</source>
        <translation>Eine Antwort</translation>
    </message>
    <message>
        <source>Keep alive every</source>
        <translation>Lebenszeichen alle</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>Close when idle for</source>
        <translation>Schließen nach Ruhe von</translation>
    </message>
    <message>
        <source>Protection</source>
        <translation>Schutz</translation>
    </message>
    <message>
        <source>Ask before writing</source>
        <translation>Vor dem Schreiben fragen</translation>
    </message>
    <message>
        <source>In production</source>
        <translation>In Produktion</translation>
    </message>
    <message>
        <source>Always</source>
        <translation>Immer</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
    <message>
        <source>Kerberos</source>
        <translation>Kerberos</translation>
    </message>
    <message>
        <source>Credential cache</source>
        <translation>Credential-Cache</translation>
    </message>
    <message>
        <source>The principal’s</source>
        <translation>Der des Principals</translation>
    </message>
    <message>
        <source>The default one, whoever’s it is</source>
        <translation>Der Standard-Cache, wem er auch gehört</translation>
    </message>
    <message>
        <source>A private one, gone with the session</source>
        <translation>Ein privater, der mit der Sitzung endet</translation>
    </message>
    <message>
        <source>only the system’s</source>
        <translation>nur die des Systems</translation>
    </message>
    <message>
        <source>Choose a krb5.conf</source>
        <translation>Eine krb5.conf wählen</translation>
    </message>
    <message>
        <source>Oldest version</source>
        <translation>Älteste Version</translation>
    </message>
    <message>
        <source>Any</source>
        <translation>Jede</translation>
    </message>
    <message>
        <source>Client certificate</source>
        <translation>Client-Zertifikat</translation>
    </message>
    <message>
        <source>Its key</source>
        <translation>Sein Schlüssel</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Sitzung</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Somebody else maintains the catalogue “%1”, so what is grey cannot be changed here. The rest can be your own, and stays so when the catalogue changes.</source>
        <translation>Den Katalog „%1“ pflegt jemand anderes, daher lässt sich hier nicht ändern, was grau ist. Das Übrige kann Ihr Eigenes sein und bleibt es, wenn sich der Katalog ändert.</translation>
    </message>
    <message>
        <source>&amp;Reset to the catalogue’s</source>
        <translation>Auf Stand des Katalogs zu&amp;rücksetzen</translation>
    </message>
    <message>
        <source>Some of these profiles are a catalogue’s, which somebody else maintains, so what is grey cannot be changed here. The rest can be your own, and stays so when the catalogue changes.</source>
        <translation>Einige dieser Profile stammen aus einem Katalog, den jemand anderes pflegt, daher lässt sich hier nicht ändern, was grau ist. Das Übrige kann Ihr Eigenes sein und bleibt es, wenn sich der Katalog ändert.</translation>
    </message>
    <message>
        <source>Read only: nothing can be &amp;written</source>
        <translation>Nur &amp;lesen: nichts kann geschrieben werden</translation>
    </message>
</context>
<context>
    <name>latchkey::ProfileExchange</name>
    <message>
        <source>There is no file “%1”.</source>
        <translation>Es gibt keine Datei „%1“.</translation>
    </message>
    <message>
        <source>&amp;Import profiles…</source>
        <translation>Profile &amp;importieren …</translation>
    </message>
    <message>
        <source>Import from A&amp;WS…</source>
        <translation>Aus A&amp;WS importieren …</translation>
    </message>
    <message>
        <source>Pas&amp;te connection…</source>
        <translation>Verbindung ein&amp;fügen …</translation>
    </message>
    <message>
        <source>A URI, a mysql command line, or any file&apos;s text</source>
        <translation>Eine URI, eine mysql-Befehlszeile oder der Text einer Datei</translation>
    </message>
    <message>
        <source>E&amp;xport profiles…</source>
        <translation>Profile e&amp;xportieren …</translation>
    </message>
    <message>
        <source>Import profiles</source>
        <translation>Profile importieren</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
    <message>
        <source>the clipboard</source>
        <translation>der Zwischenablage</translation>
    </message>
    <message numerus="yes">
        <source>Imported %n row(s).</source>
        <translation>
            <numerusform>%n Zeile importiert.</numerusform>
            <numerusform>%n Zeilen importiert.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>latchkey::ProfileForm</name>
    <message>
        <source>Several values; stays as it is.</source>
        <translation>Mehrere Werte; bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>From “%1”</source>
        <translation>Von „%1“</translation>
    </message>
    <message>
        <source>Not as “%1” says. &lt;a href=&quot;inherit&quot;&gt;Take it from there&lt;/a&gt;</source>
        <translation>Nicht wie in „%1“. &lt;a href=&quot;inherit&quot;&gt;Von dort übernehmen&lt;/a&gt;</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>several values</source>
        <translation>mehrere Werte</translation>
    </message>
    <message>
        <source>Your own. &lt;a href=&quot;inherit&quot;&gt;Take the catalogue’s&lt;/a&gt;</source>
        <translation>Ihr Eigenes. &lt;a href=&quot;inherit&quot;&gt;Das des Katalogs nehmen&lt;/a&gt;</translation>
    </message>
</context>
<context>
    <name>latchkey::ProfileModel</name>
    <message>
        <source>Works as %1 until %2</source>
        <translation>Bereit als %1 bis %2</translation>
    </message>
    <message>
        <source>Needs sign-in</source>
        <translation>Anmeldung nötig</translation>
    </message>
    <message>
        <source>Needs sign-in as %1</source>
        <translation>Anmeldung nötig als %1</translation>
    </message>
    <message>
        <source>Ticket of %1 expired %2</source>
        <translation>Ticket von %1 abgelaufen seit %2</translation>
    </message>
    <message>
        <source>Wrong principal: needs %1</source>
        <translation>Falscher Principal: nötig ist %1</translation>
    </message>
    <message>
        <source>Asks for the database password</source>
        <translation>Fragt nach dem Datenbankpasswort</translation>
    </message>
    <message>
        <source>Folder %1</source>
        <translation>Ordner %1</translation>
    </message>
    <message>
        <source>The default cache is not that of %1</source>
        <translation>Der Standard-Cache ist nicht der von %1</translation>
    </message>
    <message>
        <source>Uses the database password in the keychain</source>
        <translation>Benutzt das Datenbankpasswort aus dem Schlüsselbund</translation>
    </message>
    <message>
        <source>Cluster %1</source>
        <translation>Cluster %1</translation>
    </message>
</context>
<context>
    <name>latchkey::ProfileStore</name>
    <message>
        <source>moving the folder “%1”</source>
        <translation>Verschieben des Ordners „%1“</translation>
    </message>
    <message>
        <source>removing the folder “%1”</source>
        <translation>Entfernen des Ordners „%1“</translation>
    </message>
    <message>
        <source>restoring version %1</source>
        <translation>Wiederherstellen der Version %1</translation>
    </message>
</context>
<context>
    <name>latchkey::ProfileTree</name>
    <message>
        <source>Filter profiles</source>
        <translation>Profile filtern</translation>
    </message>
    <message>
        <source>Profiles</source>
        <translation>Profile</translation>
    </message>
    <message>
        <source>No profiles yet</source>
        <translation>Noch keine Profile</translation>
    </message>
    <message>
        <source>A profile is a saved connection: a server and the identity to sign in with.</source>
        <translation>Ein Profil ist eine gespeicherte Verbindung: ein Server und die Identität, mit der man sich anmeldet.</translation>
    </message>
    <message>
        <source>New profile…</source>
        <translation>Neues Profil…</translation>
    </message>
    <message>
        <source>No profile matches</source>
        <translation>Kein Profil passt</translation>
    </message>
    <message>
        <source>Name, folder, host, account, principal or tag; the first letters of words will do (Ctrl+K)</source>
        <translation>Name, Ordner, Host, Konto, Principal oder Schlagwort; die Anfangsbuchstaben der Wörter genügen (Strg+K)</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Favourites</source>
        <translation>Favoriten</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Zuletzt</translation>
    </message>
    <message>
        <source>Import profiles…</source>
        <translation>Profile importieren …</translation>
    </message>
    <message>
        <source>The filter looks at name, folder, host, account, principal and tags.</source>
        <translation>Der Filter sieht Name, Ordner, Host, Konto, Principal und Schlagworte an.</translation>
    </message>
    <message>
        <source>Show all profiles</source>
        <translation>Alle Profile zeigen</translation>
    </message>
</context>
<context>
    <name>latchkey::ProfileWords</name>
    <message>
        <source>The ZIP file is damaged. Get another copy of it, or unpack it and import what is in it.</source>
        <translation>Die ZIP-Datei ist beschädigt. Besorgen Sie eine andere Kopie, oder entpacken Sie sie und importieren Sie, was darin ist.</translation>
    </message>
    <message>
        <source>This name leads out of the archive; the file is left out.</source>
        <translation>Dieser Name führt aus dem Archiv hinaus; die Datei wird ausgelassen.</translation>
    </message>
    <message>
        <source>This is larger than any file of connections; it is left out.</source>
        <translation>Das ist größer als jede Datei mit Verbindungen und wird ausgelassen.</translation>
    </message>
    <message>
        <source>This cannot be unpacked: it is damaged, or a password protects it.</source>
        <translation>Das lässt sich nicht entpacken: Es ist beschädigt oder mit einem Kennwort geschützt.</translation>
    </message>
    <message>
        <source>The ZIP file holds more than 10,000 files. Unpack it, and import the file of connections alone.</source>
        <translation>Die ZIP-Datei enthält mehr als 10.000 Dateien. Entpacken Sie sie, und importieren Sie nur die Datei mit den Verbindungen.</translation>
    </message>
    <message>
        <source>There is no file of connections in the ZIP file that can be read: no connections.xml, connections.jsonl or .dbeaver/data-sources.json.</source>
        <translation>In der ZIP-Datei ist keine lesbare Datei mit Verbindungen: weder connections.xml noch connections.jsonl noch .dbeaver/data-sources.json.</translation>
    </message>
    <message>
        <source>The cluster has no identifier or no endpoint yet, so it has been left out.</source>
        <translation>Der Cluster hat noch keinen Namen oder keinen Endpunkt und wurde deshalb ausgelassen.</translation>
    </message>
    <message>
        <source>The instances&apos; addresses cannot be told from the cluster&apos;s. Import what “aws rds describe-db-instances” prints, too.</source>
        <translation>Die Adressen der Instanzen gehen aus der des Clusters nicht hervor. Importieren Sie auch, was „aws rds describe-db-instances“ ausgibt.</translation>
    </message>
    <message>
        <source>The instance has no identifier or no endpoint yet, so it has been left out.</source>
        <translation>Die Instanz hat noch keinen Namen oder keinen Endpunkt und wurde deshalb ausgelassen.</translation>
    </message>
    <message>
        <source>The endpoint has no cluster or no address yet, so it has been left out.</source>
        <translation>Der Endpunkt hat noch keinen Cluster oder keine Adresse und wurde deshalb ausgelassen.</translation>
    </message>
    <message>
        <source>Endpoints alone say neither port nor engine nor directory: port 3306 and a password are assumed. Import what “aws rds describe-db-clusters” prints, too.</source>
        <translation>Endpunkte allein sagen weder Port noch Datenbanksystem noch Verzeichnis: Port 3306 und ein Passwort werden angenommen. Importieren Sie auch, was „aws rds describe-db-clusters“ ausgibt.</translation>
    </message>
    <message>
        <source>The global database has no identifier or no endpoint of its own, so it has been left out. Import the clusters of its Regions.</source>
        <translation>Die globale Datenbank hat keinen Namen oder keinen eigenen Endpunkt und wurde deshalb ausgelassen. Importieren Sie die Cluster ihrer Regionen.</translation>
    </message>
    <message>
        <source>Kerberos must be enabled on every cluster of a global database, with the same domain. Users of a directory on premises log in to the primary Region&apos;s endpoints only.</source>
        <translation>Kerberos muss auf jedem Cluster einer globalen Datenbank mit derselben Domäne eingeschaltet sein. Benutzer eines eigenen Verzeichnisses melden sich nur an den Endpunkten der primären Region an.</translation>
    </message>
    <message>
        <source>Kerberos is being enabled. When that is done, reboot the reader instances, then import again.</source>
        <translation>Kerberos wird gerade eingeschaltet. Starten Sie danach die Reader-Instanzen neu, und importieren Sie noch einmal.</translation>
    </message>
    <message>
        <source>Kerberos waits to be enabled. When that is done, reboot the reader instances, then import again.</source>
        <translation>Kerberos wartet darauf, eingeschaltet zu werden. Starten Sie danach die Reader-Instanzen neu, und importieren Sie noch einmal.</translation>
    </message>
    <message>
        <source>Kerberos will be enabled in the next maintenance window; until then nobody can log in with a ticket.</source>
        <translation>Kerberos wird im nächsten Wartungsfenster eingeschaltet; bis dahin kann sich niemand mit einem Ticket anmelden.</translation>
    </message>
    <message>
        <source>Kerberos waits to be disabled. After that nobody can log in with a ticket.</source>
        <translation>Kerberos wartet darauf, ausgeschaltet zu werden. Danach kann sich niemand mehr mit einem Ticket anmelden.</translation>
    </message>
    <message>
        <source>Kerberos will be disabled in the next maintenance window. After that nobody can log in with a ticket.</source>
        <translation>Kerberos wird im nächsten Wartungsfenster ausgeschaltet. Danach kann sich niemand mehr mit einem Ticket anmelden.</translation>
    </message>
    <message>
        <source>Enabling Kerberos has failed: mostly because of the network between cluster and directory, or of the IAM role. Correct that, then issue the modify command again.</source>
        <translation>Kerberos konnte nicht eingeschaltet werden: meist liegt es am Netz zwischen Cluster und Verzeichnis oder an der IAM-Rolle. Beheben Sie das, und geben Sie den Änderungsbefehl erneut.</translation>
    </message>
    <message>
        <source>Kerberos is being disabled, so nobody can log in with a ticket.</source>
        <translation>Kerberos wird gerade ausgeschaltet, deshalb kann sich niemand mit einem Ticket anmelden.</translation>
    </message>
    <message>
        <source>The state of the directory, “%1”, is not known here; it may come from a newer version of AWS.</source>
        <translation>Der Zustand des Verzeichnisses, „%1“, ist hier nicht bekannt; vielleicht stammt er aus einer neueren Version von AWS.</translation>
    </message>
    <message>
        <source>The directory&apos;s domain name has %1 characters. Aurora&apos;s Kerberos needs one shorter than 62.</source>
        <translation>Der Domänenname des Verzeichnisses hat %1 Zeichen. Kerberos in Aurora braucht einen mit weniger als 62.</translation>
    </message>
    <message>
        <source>The directory&apos;s domain is not said, so its realm is not known.</source>
        <translation>Die Domäne des Verzeichnisses ist nicht angegeben, deshalb ist sein Realm nicht bekannt.</translation>
    </message>
    <message>
        <source>Tickets are for Aurora MySQL. This engine asks for the directory&apos;s password itself (auth_pam), which Latchkey does not send.</source>
        <translation>Tickets sind für Aurora MySQL. Dieses Datenbanksystem verlangt selbst das Passwort des Verzeichnisses (auth_pam), das Latchkey nicht sendet.</translation>
    </message>
    <message>
        <source>Kerberos needs Aurora MySQL 3.03 or newer; this is %1. Upgrade the cluster.</source>
        <translation>Kerberos braucht Aurora MySQL 3.03 oder neuer; dies ist %1. Aktualisieren Sie den Cluster.</translation>
    </message>
    <message>
        <source>IAM logins are enabled too. A database user logs in either with Kerberos or with IAM, never with both: look at the account&apos;s plugin.</source>
        <translation>Auch IAM-Anmeldungen sind eingeschaltet. Ein Datenbankbenutzer meldet sich entweder mit Kerberos oder mit IAM an, nie mit beidem: Sehen Sie das Plugin des Kontos an.</translation>
    </message>
    <message>
        <source>The port is %1. It must not be changed after Kerberos was enabled: if tickets are refused, that may be why.</source>
        <translation>Der Port ist %1. Er darf nicht geändert werden, nachdem Kerberos eingeschaltet wurde: Werden Tickets abgelehnt, kann das der Grund sein.</translation>
    </message>
    <message>
        <source>there are too many entries</source>
        <translation>es sind zu viele Einträge</translation>
    </message>
    <message>
        <source>The entry says nothing that is known here, and has been left out.</source>
        <translation>Der Eintrag sagt nichts, was hier bekannt ist, und wurde ausgelassen.</translation>
    </message>
    <message>
        <source>The list is only a part: AWS has more. Print the rest too, with --starting-token, and import it.</source>
        <translation>Die Liste ist nur ein Teil: AWS hat mehr. Geben Sie mit --starting-token auch den Rest aus, und importieren Sie ihn.</translation>
    </message>
    <message>
        <source>The part is not known here, and has been left out.</source>
        <translation>Der Teil ist hier nicht bekannt und wurde ausgelassen.</translation>
    </message>
    <message>
        <source>The command “%1” cannot be started. Install the package awscli, or import a file that it has written elsewhere.</source>
        <translation>Der Befehl „%1“ kann nicht gestartet werden. Installieren Sie das Paket awscli, oder importieren Sie eine Datei, die er anderswo geschrieben hat.</translation>
    </message>
    <message>
        <source>The aws command gave no answer in two minutes. Check the network, then try again.</source>
        <translation>Der Befehl aws hat in zwei Minuten nicht geantwortet. Prüfen Sie das Netz und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The aws command&apos;s answer is larger than 64 MiB. Name a region.</source>
        <translation>Die Antwort des Befehls aws ist größer als 64 MiB. Nennen Sie eine Region.</translation>
    </message>
    <message>
        <source>The value of “%1” is not understood, so it has been left out.</source>
        <translation>Der Wert von „%1“ ist nicht verständlich und wurde deshalb ausgelassen.</translation>
    </message>
    <message>
        <source>There is a password, which has not been taken. Latchkey asks for it when it connects.</source>
        <translation>Es steht ein Passwort da, das nicht übernommen wurde. Latchkey fragt danach, wenn es verbindet.</translation>
    </message>
    <message>
        <source>Tickets of the Windows logon (SSPI) are not there on this computer: Latchkey uses those of the credential cache.</source>
        <translation>Tickets der Windows-Anmeldung (SSPI) gibt es auf diesem Rechner nicht: Latchkey nimmt die des Ticket-Caches.</translation>
    </message>
    <message>
        <source>“ssl-mode” says to go on without TLS where the server has none. Latchkey never does that by itself: TLS is required.</source>
        <translation>„ssl-mode“ verlangt, ohne TLS fortzufahren, wenn der Server keines hat. Von selbst tut Latchkey das nie: TLS wird verlangt.</translation>
    </message>
    <message>
        <source>There are too many options; the others have been left out.</source>
        <translation>Es sind zu viele Optionen; die übrigen wurden ausgelassen.</translation>
    </message>
    <message>
        <source>The option “%1” has no equal in Latchkey. It has no effect, and is kept for exporting.</source>
        <translation>Die Option „%1“ hat in Latchkey keine Entsprechung. Sie bewirkt nichts und wird für den Export aufgehoben.</translation>
    </message>
    <message>
        <source>MariaDB&apos;s programs check the server&apos;s name too or nothing; the stricter of the two has been written.</source>
        <translation>Die Programme von MariaDB prüfen auch den Namen des Servers oder gar nichts; geschrieben wurde das Strengere.</translation>
    </message>
    <message>
        <source>That the password is kept in the keychain is not written; the other program asks for it.</source>
        <translation>Dass das Passwort im Schlüsselbund liegt, wird nicht geschrieben; das andere Programm fragt danach.</translation>
    </message>
    <message>
        <source>A quote in the command is not closed, so it has been left out.</source>
        <translation>Ein Anführungszeichen im Befehl ist nicht geschlossen; er wurde deshalb ausgelassen.</translation>
    </message>
    <message>
        <source>The command has variables or other commands in it. Latchkey runs nothing, so it has been left out. Replace them by their values.</source>
        <translation>Der Befehl enthält Variablen oder andere Befehle. Latchkey führt nichts aus, deshalb wurde er ausgelassen. Ersetzen Sie sie durch ihre Werte.</translation>
    </message>
    <message>
        <source>Variables set before the command have not been taken.</source>
        <translation>Vor dem Befehl gesetzte Variablen wurden nicht übernommen.</translation>
    </message>
    <message>
        <source>There is more than one database in the command; the first one has been taken. If there is a space in a value, put it in quotes.</source>
        <translation>Im Befehl steht mehr als eine Datenbank; die erste wurde genommen. Steht ein Leerzeichen in einem Wert, setzen Sie ihn in Anführungszeichen.</translation>
    </message>
    <message>
        <source>The statements to execute have not been taken.</source>
        <translation>Die auszuführenden Anweisungen wurden nicht übernommen.</translation>
    </message>
    <message>
        <source>The command takes more from an option file, which has not been read. Import that file too.</source>
        <translation>Der Befehl nimmt weiteres aus einer Optionsdatei, die nicht gelesen wurde. Importieren Sie auch diese Datei.</translation>
    </message>
    <message>
        <source>It has characters that a command cannot hold, so it has been left out.</source>
        <translation>Es enthält Zeichen, die in keinem Befehl stehen können, und wurde deshalb ausgelassen.</translation>
    </message>
    <message>
        <source>The file is in no format that Latchkey knows. If it is, say in which one.</source>
        <translation>Die Datei hat kein Format, das Latchkey erkennt. Wenn doch, geben Sie an, welches.</translation>
    </message>
    <message>
        <source>The file is larger than 64 MB. Divide it, and import the parts.</source>
        <translation>Die Datei ist größer als 64 MB. Teilen Sie sie, und importieren Sie die Teile.</translation>
    </message>
    <message>
        <source>“%1” is no object</source>
        <translation>„%1“ ist kein Objekt</translation>
    </message>
    <message>
        <source>This is no port from 1 to 65535; 3306 is taken.</source>
        <translation>Das ist kein Port von 1 bis 65535; 3306 wird genommen.</translation>
    </message>
    <message>
        <source>Latchkey has no SSH tunnels: it connects to this host and port directly.</source>
        <translation>Latchkey hat keine SSH-Tunnel: Es verbindet sich direkt mit diesem Host und Port.</translation>
    </message>
    <message>
        <source>Passwords are not imported. Enter it when you connect.</source>
        <translation>Kennwörter werden nicht importiert. Geben Sie es beim Verbinden ein.</translation>
    </message>
    <message>
        <source>A slash in a folder’s name would be another folder to DBeaver: it is written as a division slash (∕).</source>
        <translation>Ein Schrägstrich im Namen eines Ordners wäre für DBeaver ein weiterer Ordner: Er wird als Divisionsstrich (∕) geschrieben.</translation>
    </message>
    <message>
        <source>The value is not understood, so it has been left out.</source>
        <translation>Der Wert ist nicht verständlich und wurde deshalb ausgelassen.</translation>
    </message>
    <message>
        <source>The URI is not written correctly, so it has been left out.</source>
        <translation>Die URI ist nicht richtig geschrieben und wurde deshalb ausgelassen.</translation>
    </message>
    <message>
        <source>It has no equal in Latchkey, and has been left out.</source>
        <translation>Es hat in Latchkey keine Entsprechung und wurde ausgelassen.</translation>
    </message>
    <message>
        <source>The line is no JSON object, and has been left out: %1.</source>
        <translation>Die Zeile ist kein JSON-Objekt und wurde ausgelassen: %1.</translation>
    </message>
    <message>
        <source>“%1” has been changed since, here or by another program, so this step is no longer possible. Nothing has been changed now; do it by hand.</source>
        <translation>„%1“ wurde inzwischen geändert, hier oder von einem anderen Programm; dieser Schritt ist daher nicht mehr möglich. Es wurde nichts geändert; ändern Sie es von Hand.</translation>
    </message>
    <message>
        <source>There is another “%1” by now, so this step is no longer possible. Nothing has been changed; do it by hand.</source>
        <translation>Inzwischen gibt es ein anderes „%1“; dieser Schritt ist daher nicht mehr möglich. Es wurde nichts geändert; ändern Sie es von Hand.</translation>
    </message>
    <message>
        <source>adding “%1”</source>
        <translation>Hinzufügen von „%1“</translation>
    </message>
    <message>
        <source>removing “%1”</source>
        <translation>Entfernen von „%1“</translation>
    </message>
    <message>
        <source>moving “%1”</source>
        <translation>Verschieben von „%1“</translation>
    </message>
    <message>
        <source>changing “%1”</source>
        <translation>Ändern von „%1“</translation>
    </message>
    <message numerus="yes">
        <source>adding %n profile(s)</source>
        <translation>
            <numerusform>Hinzufügen von %n Profil</numerusform>
            <numerusform>Hinzufügen von %n Profilen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>removing %n profile(s)</source>
        <translation>
            <numerusform>Entfernen von %n Profil</numerusform>
            <numerusform>Entfernen von %n Profilen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>changing %n profile(s)</source>
        <translation>
            <numerusform>Ändern von %n Profil</numerusform>
            <numerusform>Ändern von %n Profilen</numerusform>
        </translation>
    </message>
    <message>
        <source>adding the folder “%1”</source>
        <translation>Hinzufügen des Ordners „%1“</translation>
    </message>
    <message>
        <source>removing the folder “%1”</source>
        <translation>Entfernen des Ordners „%1“</translation>
    </message>
    <message>
        <source>changing the folder “%1”</source>
        <translation>Ändern des Ordners „%1“</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>Es gibt nichts rückgängig zu machen.</translation>
    </message>
    <message>
        <source>There is nothing to redo.</source>
        <translation>Es gibt nichts zu wiederholen.</translation>
    </message>
    <message>
        <source>%1 cannot hold: %2.</source>
        <translation>%1 kann nicht aufnehmen: %2.</translation>
    </message>
    <message>
        <source>Latchkey reads files of %1, but does not write them. Choose another format.</source>
        <translation>Latchkey liest Dateien von %1, schreibt sie aber nicht. Wählen Sie ein anderes Format.</translation>
    </message>
    <message>
        <source>There is no connection in the file. Choose another one.</source>
        <translation>In der Datei ist keine Verbindung. Wählen Sie eine andere.</translation>
    </message>
    <message>
        <source>There is no connection in the file that can be used. The first problem, at %1: %2</source>
        <translation>In der Datei ist keine brauchbare Verbindung. Das erste Problem, bei %1: %2</translation>
    </message>
    <message>
        <source>It names no host, so it has been left out. Latchkey connects through the network only.</source>
        <translation>Es nennt keinen Host und wurde deshalb ausgelassen. Latchkey verbindet nur über das Netz.</translation>
    </message>
    <message>
        <source>There are too many connections; this one has been left out. Divide the file.</source>
        <translation>Es sind zu viele Verbindungen; diese wurde ausgelassen. Teilen Sie die Datei auf.</translation>
    </message>
    <message>
        <source>It is there twice; the first one has been taken.</source>
        <translation>Es steht zweimal da; das erste wurde genommen.</translation>
    </message>
    <message>
        <source>HeidiSQL connects through SSH, which Latchkey does not. Check that the host can be reached from here.</source>
        <translation>HeidiSQL verbindet über SSH, Latchkey tut das nicht. Prüfen Sie, ob der Host von hier erreichbar ist.</translation>
    </message>
    <message>
        <source>There are several databases; the first one has been taken.</source>
        <translation>Es sind mehrere Datenbanken; die erste wurde genommen.</translation>
    </message>
    <message>
        <source>HeidiSQL runs a file of statements at the beginning. Latchkey runs no files; put what is needed into the profile&apos;s statements.</source>
        <translation>HeidiSQL führt am Anfang eine Datei mit Anweisungen aus. Latchkey führt keine Dateien aus; tragen Sie das Nötige bei den Anweisungen des Profils ein.</translation>
    </message>
    <message>
        <source>The list of ciphers has not been taken: the system&apos;s policy decides.</source>
        <translation>Die Liste der Verschlüsselungen wurde nicht übernommen: Die Richtlinie des Systems entscheidet.</translation>
    </message>
    <message>
        <source>Latchkey does not compress.</source>
        <translation>Latchkey komprimiert nicht.</translation>
    </message>
    <message>
        <source>Latchkey never sends a password as clear text.</source>
        <translation>Latchkey sendet nie ein Passwort im Klartext.</translation>
    </message>
    <message>
        <source>HeidiSQL sets the session&apos;s time zone to the computer&apos;s. Enter one in the profile if it is needed.</source>
        <translation>HeidiSQL setzt die Zeitzone der Sitzung auf die des Rechners. Tragen Sie im Profil eine ein, falls sie gebraucht wird.</translation>
    </message>
    <message>
        <source>The line is no setting of HeidiSQL, and has been left out.</source>
        <translation>Die Zeile ist keine Einstellung von HeidiSQL und wurde ausgelassen.</translation>
    </message>
    <message>
        <source>There are too many sessions, or the name is too long. This one has been left out.</source>
        <translation>Es sind zu viele Sitzungen, oder der Name ist zu lang. Diese wurde ausgelassen.</translation>
    </message>
    <message>
        <source>The file wants less of the server’s certificate to be verified; TLS stays as strict as it is.</source>
        <translation>Die Datei will, dass vom Zertifikat des Servers weniger geprüft wird; TLS bleibt so streng, wie es ist.</translation>
    </message>
    <message>
        <source>The file allows an older TLS; the oldest version stays as it is.</source>
        <translation>Die Datei erlaubt ein älteres TLS; die älteste Version bleibt, wie sie ist.</translation>
    </message>
    <message>
        <source>The file has statements that run when a session begins; they are left out.</source>
        <translation>Die Datei enthält Anweisungen, die zu Beginn einer Sitzung laufen; sie werden ausgelassen.</translation>
    </message>
    <message>
        <source>The file sets session variables; they are left out.</source>
        <translation>Die Datei setzt Sitzungsvariablen; sie werden ausgelassen.</translation>
    </message>
    <message>
        <source>The file names a krb5.conf, which says where passwords are sent; it is left out.</source>
        <translation>Die Datei nennt eine krb5.conf, die bestimmt, wohin Kennwörter gesendet werden; sie wird ausgelassen.</translation>
    </message>
    <message>
        <source>The file names a keytab to sign in with; it is left out.</source>
        <translation>Die Datei nennt eine Keytab zum Anmelden; sie wird ausgelassen.</translation>
    </message>
    <message>
        <source>The file has another service principal name than the one that is pinned; that stays.</source>
        <translation>Die Datei hat einen anderen Dienstprinzipalnamen als den festgehaltenen; dieser bleibt.</translation>
    </message>
    <message>
        <source>The folder is there already. What it hands down stays, since profiles in it would change.</source>
        <translation>Den Ordner gibt es schon. Was er weitergibt, bleibt, weil sich sonst Profile darin änderten.</translation>
    </message>
    <message>
        <source>There are profiles in this folder already, which would change with what it hands down.</source>
        <translation>In diesem Ordner sind schon Profile, die sich mit dem änderten, was er weitergibt.</translation>
    </message>
    <message>
        <source>The folder is new.</source>
        <translation>Der Ordner ist neu.</translation>
    </message>
    <message>
        <source>The same connection is in the file twice; the first one counts.</source>
        <translation>Dieselbe Verbindung ist zweimal in der Datei; die erste gilt.</translation>
    </message>
    <message>
        <source>It is new.</source>
        <translation>Neu.</translation>
    </message>
    <message>
        <source>Its name or folder has been changed to one that can be saved.</source>
        <translation>Name oder Ordner wurden so geändert, dass sie sich speichern lassen.</translation>
    </message>
    <message>
        <source>There is another profile “%1”.</source>
        <translation>Es gibt ein anderes Profil „%1“.</translation>
    </message>
    <message>
        <source>It is there already, as in the file.</source>
        <translation>Schon vorhanden, so wie in der Datei.</translation>
    </message>
    <message>
        <source>It is there already; the file says otherwise of: %1.</source>
        <translation>Schon vorhanden; die Datei sagt anderes zu: %1.</translation>
    </message>
    <message>
        <source>“%1” cannot be saved (too long, too deeply nested, or no text), and is left out.</source>
        <translation>„%1“ lässt sich nicht speichern (zu lang, zu tief verschachtelt oder kein Text) und wird ausgelassen.</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>A value is left out: %1</source>
        <translation>Ein Wert wird ausgelassen: %1</translation>
    </message>
    <message>
        <source>The property “%1” has no equal in Latchkey, or its value is not understood. It has been left out.</source>
        <translation>Die Eigenschaft „%1“ hat in Latchkey keine Entsprechung, oder ihr Wert ist nicht verständlich. Sie wurde ausgelassen.</translation>
    </message>
    <message>
        <source>the text is not UTF-8</source>
        <translation>der Text ist kein UTF-8</translation>
    </message>
    <message>
        <source>the file ends too early</source>
        <translation>die Datei endet zu früh</translation>
    </message>
    <message>
        <source>this is not valid JSON</source>
        <translation>das ist kein gültiges JSON</translation>
    </message>
    <message>
        <source>an object in braces is expected here</source>
        <translation>hier wird ein Objekt in geschweiften Klammern erwartet</translation>
    </message>
    <message>
        <source>a list in brackets is expected here</source>
        <translation>hier wird eine Liste in eckigen Klammern erwartet</translation>
    </message>
    <message>
        <source>objects and lists are nested too deeply</source>
        <translation>Objekte und Listen sind zu tief verschachtelt</translation>
    </message>
    <message>
        <source>“%1” is there twice</source>
        <translation>„%1“ kommt zweimal vor</translation>
    </message>
    <message>
        <source>an object has too many members</source>
        <translation>ein Objekt hat zu viele Einträge</translation>
    </message>
    <message>
        <source>a text in quotes is expected here</source>
        <translation>hier wird ein Text in Anführungszeichen erwartet</translation>
    </message>
    <message>
        <source>a text is too long</source>
        <translation>ein Text ist zu lang</translation>
    </message>
    <message>
        <source>a whole number is expected here</source>
        <translation>hier wird eine ganze Zahl erwartet</translation>
    </message>
    <message>
        <source>true or false is expected here</source>
        <translation>hier wird true oder false erwartet</translation>
    </message>
    <message>
        <source>a value has too many parts</source>
        <translation>ein Wert hat zu viele Teile</translation>
    </message>
    <message>
        <source>It has characters that a text file cannot hold, so it has been left out.</source>
        <translation>Es enthält Zeichen, die in keiner Textdatei stehen können, und wurde deshalb ausgelassen.</translation>
    </message>
    <message>
        <source>The line is longer than %1 bytes, so the programs of MySQL and MariaDB do not read it whole.</source>
        <translation>Die Zeile ist länger als %1 Byte; die Programme von MySQL und MariaDB lesen sie deshalb nicht ganz.</translation>
    </message>
    <message>
        <source>An option stands before the first group, so it belongs to no program. It has been left out.</source>
        <translation>Eine Option steht vor der ersten Gruppe und gehört deshalb zu keinem Programm. Sie wurde ausgelassen.</translation>
    </message>
    <message>
        <source>The name of a group is not closed by a bracket, or too long. What follows has been left out.</source>
        <translation>Der Name einer Gruppe endet nicht mit einer Klammer oder ist zu lang. Was folgt, wurde ausgelassen.</translation>
    </message>
    <message>
        <source>There are too many groups; this one has been left out. Divide the file.</source>
        <translation>Es sind zu viele Gruppen; diese wurde ausgelassen. Teilen Sie die Datei auf.</translation>
    </message>
    <message>
        <source>There is no option&apos;s name before the equals sign, or a far too long one. The line has been left out.</source>
        <translation>Vor dem Gleichheitszeichen steht kein Name einer Option oder ein viel zu langer. Die Zeile wurde ausgelassen.</translation>
    </message>
    <message>
        <source>There are too many options in the group; this one has been left out.</source>
        <translation>In der Gruppe sind zu viele Optionen; diese wurde ausgelassen.</translation>
    </message>
    <message>
        <source>The line is neither !include nor !includedir, and has been left out.</source>
        <translation>Die Zeile ist weder !include noch !includedir und wurde ausgelassen.</translation>
    </message>
    <message>
        <source>The text comes from no file, so others cannot be included. Import the file itself.</source>
        <translation>Der Text stammt aus keiner Datei, deshalb können keine anderen eingefügt werden. Importieren Sie die Datei selbst.</translation>
    </message>
    <message>
        <source>Files include each other more than ten deep; this one has been left out.</source>
        <translation>Dateien fügen einander mehr als zehnfach geschachtelt ein; diese wurde ausgelassen.</translation>
    </message>
    <message>
        <source>The folder does not exist, or is not below that of the file itself. It has not been read.</source>
        <translation>Den Ordner gibt es nicht, oder er liegt nicht unter dem der Datei selbst. Er wurde nicht gelesen.</translation>
    </message>
    <message>
        <source>An included file does not exist, or is not below the folder of the file itself. It has not been read.</source>
        <translation>Eine eingefügte Datei gibt es nicht, oder sie liegt nicht unter dem Ordner der Datei selbst. Sie wurde nicht gelesen.</translation>
    </message>
    <message>
        <source>More is included than a hundred files, or 64 MB. The rest has been left out.</source>
        <translation>Es werden mehr als hundert Dateien oder 64 MB eingefügt. Der Rest wurde ausgelassen.</translation>
    </message>
    <message>
        <source>An included file cannot be read, or is no text. It has been left out.</source>
        <translation>Eine eingefügte Datei ist nicht lesbar oder kein Text. Sie wurde ausgelassen.</translation>
    </message>
    <message>
        <source>Its name or folder has characters that a text file cannot hold; they are changed.</source>
        <translation>Name oder Ordner enthalten Zeichen, die in keiner Textdatei stehen können; sie sind geändert.</translation>
    </message>
    <message>
        <source>this is no property list</source>
        <translation>das ist keine Property-Liste</translation>
    </message>
    <message>
        <source>an entity is not defined</source>
        <translation>eine Entität ist nicht definiert</translation>
    </message>
    <message>
        <source>there are too many elements</source>
        <translation>es sind zu viele Elemente</translation>
    </message>
    <message>
        <source>an element is where a text belongs</source>
        <translation>ein Element steht, wo ein Text hingehört</translation>
    </message>
    <message>
        <source>lists are nested too deeply</source>
        <translation>Listen sind zu tief geschachtelt</translation>
    </message>
    <message>
        <source>an element is unknown in property lists</source>
        <translation>ein Element ist in Property-Listen unbekannt</translation>
    </message>
    <message>
        <source>a value has no key</source>
        <translation>ein Wert hat keinen Schlüssel</translation>
    </message>
    <message>
        <source>a key has no value</source>
        <translation>ein Schlüssel hat keinen Wert</translation>
    </message>
    <message>
        <source>“%1” is no choice here</source>
        <translation>„%1“ ist hier nicht erlaubt</translation>
    </message>
    <message>
        <source>the id is no UUID</source>
        <translation>die ID ist keine UUID</translation>
    </message>
    <message>
        <source>the folder is nested too deeply</source>
        <translation>der Ordner ist zu tief verschachtelt</translation>
    </message>
    <message>
        <source>a port is a number from 1 to 65535</source>
        <translation>ein Port ist eine Zahl von 1 bis 65535</translation>
    </message>
    <message>
        <source>a profile without an “id” ends here</source>
        <translation>hier endet ein Profil ohne „id“</translation>
    </message>
    <message>
        <source>a profile without a “name” ends here</source>
        <translation>hier endet ein Profil ohne „name“</translation>
    </message>
    <message>
        <source>two profiles have the id %1</source>
        <translation>zwei Profile haben die ID %1</translation>
    </message>
    <message>
        <source>this is no file of Latchkey profiles</source>
        <translation>das ist keine Datei mit Latchkey-Profilen</translation>
    </message>
    <message>
        <source>the version is unknown</source>
        <translation>die Version ist unbekannt</translation>
    </message>
    <message>
        <source>The profile file “%1” is damaged at line %2: %3. Correct that place, or restore the file from a copy.</source>
        <translation>Die Profildatei „%1“ ist in Zeile %2 beschädigt: %3. Berichtigen Sie diese Stelle, oder stellen Sie die Datei aus einer Kopie wieder her.</translation>
    </message>
    <message>
        <source>The profile file “%1” was written by a newer Latchkey. Update this one to use it; nothing has been changed.</source>
        <translation>Die Profildatei „%1“ wurde von einem neueren Latchkey geschrieben. Aktualisieren Sie dieses, um sie zu verwenden; nichts wurde geändert.</translation>
    </message>
    <message>
        <source>a time is a number of seconds, up to a week</source>
        <translation>eine Zeit ist eine Anzahl von Sekunden, höchstens eine Woche</translation>
    </message>
    <message>
        <source>an object is wanted here</source>
        <translation>hier wird ein Objekt erwartet</translation>
    </message>
    <message>
        <source>a folder is there twice</source>
        <translation>ein Ordner ist doppelt vorhanden</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>There is no profile “%1”.</source>
        <translation>Es gibt kein Profil „%1“.</translation>
    </message>
    <message>
        <source>There is no profile “%1”. Similar names: %2.</source>
        <translation>Es gibt kein Profil „%1“. Ähnliche Namen: %2.</translation>
    </message>
    <message>
        <source>Several profiles are named “%1”: %2. Name the one you mean with its folders.</source>
        <translation>Mehrere Profile heißen „%1“: %2. Nennen Sie das gemeinte mit seinen Ordnern.</translation>
    </message>
    <message>
        <source>There is another profile “%1”. Choose another name or folder.</source>
        <translation>Es gibt schon ein anderes Profil „%1“. Wählen Sie einen anderen Namen oder Ordner.</translation>
    </message>
    <message>
        <source>The profile cannot be saved: a text in it is too long, or not valid Unicode. Shorten or correct it.</source>
        <translation>Das Profil kann nicht gespeichert werden: Ein Text darin ist zu lang oder kein gültiges Unicode. Kürzen oder berichtigen Sie ihn.</translation>
    </message>
    <message>
        <source>Another program has kept the profile file “%1” locked for 5 seconds. End that program, then try again.</source>
        <translation>Ein anderes Programm hält die Profildatei „%1“ seit 5 Sekunden gesperrt. Beenden Sie jenes Programm und versuchen Sie es dann erneut.</translation>
    </message>
    <message>
        <source>The profile file “%1” cannot be changed. Check the folder&apos;s permissions and the disk&apos;s free space.</source>
        <translation>Die Profildatei „%1“ kann nicht geändert werden. Prüfen Sie die Zugriffsrechte des Ordners und den freien Speicherplatz.</translation>
    </message>
    <message>
        <source>Nothing has been saved.</source>
        <translation>Nichts wurde gespeichert.</translation>
    </message>
    <message>
        <source>The profile is already gone.</source>
        <translation>Das Profil ist schon nicht mehr vorhanden.</translation>
    </message>
    <message>
        <source>There is another folder “%1”. Choose another name or place.</source>
        <translation>Es gibt einen anderen Ordner „%1“. Wählen Sie einen anderen Namen oder Ort.</translation>
    </message>
    <message>
        <source>The folder “%1” cannot be moved into itself. Choose another place.</source>
        <translation>Der Ordner „%1“ kann nicht in sich selbst verschoben werden. Wählen Sie einen anderen Ort.</translation>
    </message>
    <message>
        <source>The folder is already gone.</source>
        <translation>Der Ordner ist schon weg.</translation>
    </message>
    <message>
        <source>Another program keeps writing the profile file “%1”. Nothing has been saved. Try again when it is done.</source>
        <translation>Ein anderes Programm schreibt immer wieder in die Profildatei „%1“. Es wurde nichts gespeichert. Versuchen Sie es noch einmal, wenn es fertig ist.</translation>
    </message>
    <message>
        <source>Until then, what was saved before is there (version %1, of %2). The next change is saved on top of that, and keeps the damaged file beside it.</source>
        <translation>Bis dahin gilt, was vorher gespeichert war (Version %1, vom %2). Die nächste Änderung wird darauf gespeichert; die beschädigte Datei bleibt daneben erhalten.</translation>
    </message>
    <message>
        <source>No earlier version is there. The next change starts a new file, and keeps the damaged one beside it.</source>
        <translation>Es gibt keine frühere Version. Die nächste Änderung beginnt eine neue Datei; die beschädigte bleibt daneben erhalten.</translation>
    </message>
    <message>
        <source>All profiles together would be larger than a profile file may be (%1 MB). Remove some, or shorten their notes.</source>
        <translation>Alle Profile zusammen wären größer, als eine Profildatei sein darf (%1 MB). Entfernen Sie einige, oder kürzen Sie ihre Notizen.</translation>
    </message>
    <message>
        <source>Version %1 is not kept (any more). “latchkey-cli profiles versions” lists those that are.</source>
        <translation>Version %1 ist nicht (mehr) vorhanden. „latchkey-cli profiles versions“ zählt die vorhandenen auf.</translation>
    </message>
    <message>
        <source>There are more remarks than are shown, and what follows may not have been read. Correct these places first.</source>
        <translation>Es gibt mehr Hinweise, als gezeigt werden, und was folgt, wurde vielleicht nicht gelesen. Berichtigen Sie zuerst diese Stellen.</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>Zeile %1</translation>
    </message>
    <message>
        <source>connection “%1”</source>
        <translation>Verbindung „%1“</translation>
    </message>
    <message>
        <source>connection “%1”, %2</source>
        <translation>Verbindung „%1“, %2</translation>
    </message>
    <message>
        <source>Sequel Ace connects through SSH, which Latchkey does not. Check that the host can be reached from here.</source>
        <translation>Sequel Ace verbindet über SSH, Latchkey tut das nicht. Prüfen Sie, ob der Host von hier erreichbar ist.</translation>
    </message>
    <message>
        <source>The account logs in with IAM, which Latchkey does not. Enter another account or way.</source>
        <translation>Das Konto meldet sich mit IAM an, Latchkey tut das nicht. Tragen Sie ein anderes Konto oder einen anderen Weg ein.</translation>
    </message>
    <message>
        <source>Latchkey never sends local files to a server.</source>
        <translation>Latchkey sendet nie lokale Dateien an einen Server.</translation>
    </message>
    <message>
        <source>The time zone has not been taken. Enter it in the profile if it is needed.</source>
        <translation>Die Zeitzone wurde nicht übernommen. Tragen Sie sie im Profil ein, falls sie gebraucht wird.</translation>
    </message>
    <message>
        <source>An entry is neither a favourite nor a group, and has been left out.</source>
        <translation>Ein Eintrag ist weder Favorit noch Gruppe und wurde ausgelassen.</translation>
    </message>
    <message>
        <source>This is a binary property list. Turn it into XML first, on the Mac: plutil -convert xml1 Favorites.plist. Or export the favourites in Sequel Ace.</source>
        <translation>Das ist eine binäre Property-Liste. Wandeln Sie sie zuerst auf dem Mac in XML um: plutil -convert xml1 Favorites.plist. Oder exportieren Sie die Favoriten in Sequel Ace.</translation>
    </message>
    <message>
        <source>the text is not UTF-16</source>
        <translation>der Text ist kein UTF-16</translation>
    </message>
    <message>
        <source>The file is larger than %1 MB, which no file of connections is. Choose another.</source>
        <translation>Die Datei ist größer als %1 MB; so groß ist keine Datei mit Verbindungen. Wählen Sie eine andere.</translation>
    </message>
    <message>
        <source>there is a NUL, which no text has</source>
        <translation>dort steht ein NUL, das kein Text enthält</translation>
    </message>
    <message>
        <source>The file cannot be read at line %1: %2. Nothing has been taken from it; correct that place, or choose another file.</source>
        <translation>Die Datei ist in Zeile %1 nicht lesbar: %2. Es wurde nichts daraus übernommen; berichtigen Sie die Stelle, oder wählen Sie eine andere Datei.</translation>
    </message>
    <message>
        <source>The URI names several hosts; the first one has been taken.</source>
        <translation>Die URI nennt mehrere Hosts; der erste wurde genommen.</translation>
    </message>
    <message>
        <source>The URI is not written correctly, so it has been left out. Special characters are percent-encoded, such as %40 for @.</source>
        <translation>Die URI ist nicht richtig geschrieben und wurde deshalb ausgelassen. Sonderzeichen werden mit Prozentzeichen kodiert, etwa %40 für @.</translation>
    </message>
    <message>
        <source>A URI cannot hold it, so it has been left out.</source>
        <translation>In einer URI kann es nicht stehen und wurde deshalb ausgelassen.</translation>
    </message>
    <message>
        <source>It has characters that no URI can hold, so it has been left out.</source>
        <translation>Es enthält Zeichen, die in keiner URI stehen können, und wurde deshalb ausgelassen.</translation>
    </message>
    <message>
        <source>The profile needs a name of at most 255 characters, in one line and without control characters.</source>
        <translation>Das Profil braucht einen Namen von höchstens 255 Zeichen, in einer Zeile und ohne Steuerzeichen.</translation>
    </message>
    <message>
        <source>Each folder needs a name of at most 255 characters, in one line and without control characters.</source>
        <translation>Jeder Ordner braucht einen Namen von höchstens 255 Zeichen, in einer Zeile und ohne Steuerzeichen.</translation>
    </message>
    <message>
        <source>Enter the server&apos;s host name or IP address alone, such as db1.example.com; the port has a field of its own.</source>
        <translation>Geben Sie nur den Rechnernamen oder die IP-Adresse des Servers ein, etwa db1.example.com; der Port hat ein eigenes Feld.</translation>
    </message>
    <message>
        <source>The port is a number from 1 to 65535.</source>
        <translation>Der Port ist eine Zahl von 1 bis 65535.</translation>
    </message>
    <message>
        <source>A database user has at most 128 characters and no control characters.</source>
        <translation>Ein Datenbankbenutzer hat höchstens 128 Zeichen und keine Steuerzeichen.</translation>
    </message>
    <message>
        <source>A principal looks like alice@EXAMPLE.COM. Leave it empty to connect as whoever is signed in.</source>
        <translation>Ein Principal sieht aus wie alice@EXAMPLE.COM. Lassen Sie das Feld leer, um als die Person zu verbinden, die gerade angemeldet ist.</translation>
    </message>
    <message>
        <source>Enter the keytab&apos;s whole path, from the root folder on.</source>
        <translation>Geben Sie den ganzen Pfad der Keytab-Datei ein, vom Wurzelverzeichnis an.</translation>
    </message>
    <message>
        <source>A keytab may hold keys of several principals: enter the one to sign in as.</source>
        <translation>Eine Keytab kann Schlüssel mehrerer Principals enthalten: Geben Sie den ein, der sich anmeldet.</translation>
    </message>
    <message>
        <source>A service principal name looks like mysql/db1.example.com@EXAMPLE.COM. Leave it empty to have the first verified login fill it in.</source>
        <translation>Ein Service-Principal-Name sieht aus wie mysql/db1.example.com@EXAMPLE.COM. Lassen Sie das Feld leer, damit die erste geprüfte Anmeldung es ausfüllt.</translation>
    </message>
    <message>
        <source>Enter the whole path of the CA file, from the root folder on. Leave it empty to trust the system&apos;s authorities.</source>
        <translation>Geben Sie den ganzen Pfad der CA-Datei ein, vom Wurzelverzeichnis an. Lassen Sie das Feld leer, um den Zertifizierungsstellen des Systems zu vertrauen.</translation>
    </message>
    <message>
        <source>A colour is written #rrggbb, such as #c0392b.</source>
        <translation>Eine Farbe wird als #rrggbb geschrieben, etwa #c0392b.</translation>
    </message>
    <message>
        <source>Enter the certificate&apos;s whole path, from the root folder on.</source>
        <translation>Geben Sie den ganzen Pfad des Zertifikats an, vom Wurzelverzeichnis an.</translation>
    </message>
    <message>
        <source>Enter the key&apos;s whole path, from the root folder on.</source>
        <translation>Geben Sie den ganzen Pfad des Schlüssels an, vom Wurzelverzeichnis an.</translation>
    </message>
    <message>
        <source>A client certificate and its key are needed together, or none.</source>
        <translation>Ein Client-Zertifikat und sein Schlüssel werden zusammen gebraucht, oder keines von beiden.</translation>
    </message>
    <message>
        <source>A time limit is at most a week.</source>
        <translation>Eine Zeitgrenze ist höchstens eine Woche.</translation>
    </message>
    <message>
        <source>A character set is a word such as utf8mb4 or latin1.</source>
        <translation>Ein Zeichensatz ist ein Wort wie utf8mb4 oder latin1.</translation>
    </message>
    <message>
        <source>A time zone is written +01:00 or Europe/Berlin, as the server knows it.</source>
        <translation>Eine Zeitzone schreibt man +01:00 oder Europe/Berlin, so wie der Server sie kennt.</translation>
    </message>
    <message>
        <source>A session variable&apos;s name has letters, digits and underscores only.</source>
        <translation>Der Name einer Sitzungsvariablen hat nur Buchstaben, Ziffern und Unterstriche.</translation>
    </message>
    <message>
        <source>A statement to begin with is empty.</source>
        <translation>Eine Anweisung für den Anfang ist leer.</translation>
    </message>
    <message>
        <source>A tag is a text of at most 255 characters, in one line.</source>
        <translation>Ein Schlagwort ist ein Text von höchstens 255 Zeichen, in einer Zeile.</translation>
    </message>
    <message>
        <source>Enter the whole path of the krb5.conf, from the root folder on.</source>
        <translation>Geben Sie den ganzen Pfad der krb5.conf an, vom Wurzelverzeichnis an.</translation>
    </message>
    <message>
        <source>This is no number of seconds; 10 seconds are taken.</source>
        <translation>Das ist keine Anzahl von Sekunden; 10 Sekunden werden genommen.</translation>
    </message>
    <message>
        <source>Latchkey never sends a password as clear text, which LDAP needs: give the account another way to log in.</source>
        <translation>Latchkey sendet nie ein Kennwort im Klartext, wie LDAP es braucht: Geben Sie dem Konto einen anderen Anmeldeweg.</translation>
    </message>
    <message>
        <source>Latchkey logs in with Kerberos itself, not over LDAP: the account must be one of authentication_kerberos.</source>
        <translation>Latchkey meldet sich mit Kerberos selbst an, nicht über LDAP: Das Konto muss eines von authentication_kerberos sein.</translation>
    </message>
    <message>
        <source>This is no connection to MySQL or MariaDB.</source>
        <translation>Das ist keine Verbindung zu MySQL oder MariaDB.</translation>
    </message>
    <message>
        <source>It uses a socket of this computer; Latchkey connects over the network only.</source>
        <translation>Sie benutzt einen Socket dieses Rechners; Latchkey verbindet sich nur über das Netz.</translation>
    </message>
    <message>
        <source>Workbench has one level of groups: the folders have become one.</source>
        <translation>Workbench hat eine Ebene von Gruppen: Aus den Ordnern wurde eine.</translation>
    </message>
    <message>
        <source>Workbench cannot log in with MariaDB’s gssapi; the connection is written with MySQL’s Kerberos.</source>
        <translation>Workbench kann sich nicht mit MariaDBs gssapi anmelden; die Verbindung wird mit MySQLs Kerberos geschrieben.</translation>
    </message>
    <message>
        <source>this is not valid XML</source>
        <translation>das ist kein gültiges XML</translation>
    </message>
    <message>
        <source>The file is damaged from here on; the connections before this line have been read.</source>
        <translation>Die Datei ist ab hier beschädigt; die Verbindungen vor dieser Zeile wurden gelesen.</translation>
    </message>
    <message>
        <source>a document type declaration (DTD) is not allowed here</source>
        <translation>eine Dokumenttyp-Deklaration (DTD) ist hier nicht erlaubt</translation>
    </message>
    <message>
        <source>the elements are nested too deeply</source>
        <translation>die Elemente sind zu tief verschachtelt</translation>
    </message>
    <message>
        <source>there are too many connections</source>
        <translation>es sind zu viele Verbindungen</translation>
    </message>
    <message>
        <source>This is too long, and left out.</source>
        <translation>Das ist zu lang und wird ausgelassen.</translation>
    </message>
    <message>
        <source>a document type is declared here, which no file of connections needs</source>
        <translation>hier wird ein Dokumenttyp vereinbart, den keine Datei mit Verbindungen braucht</translation>
    </message>
    <message>
        <source>The aws command does not know the region or has nothing to sign in with. It says: %1 Name a region, and sign in with “aws configure” or “aws sso login” in a terminal.</source>
        <translation>Der Befehl aws kennt die Region nicht oder hat nichts, womit er sich anmelden kann. Er meldet: %1 Nennen Sie eine Region und melden Sie sich in einem Terminal mit „aws configure“ oder „aws sso login“ an.</translation>
    </message>
    <message>
        <source>AWS refuses to list the databases. The aws command says: %1 Sign in to AWS again, or ask for the permission rds:Describe*.</source>
        <translation>AWS verweigert die Liste der Datenbanken. Der Befehl aws meldet: %1 Melden Sie sich erneut bei AWS an oder bitten Sie um die Berechtigung rds:Describe*.</translation>
    </message>
    <message>
        <source>The aws command failed. It says: %1 Check its profile, the region and the network, and that you are signed in to AWS (“aws sso login”).</source>
        <translation>Der Befehl aws ist gescheitert. Er meldet: %1 Prüfen Sie sein Profil, die Region und das Netz, und ob Sie bei AWS angemeldet sind („aws sso login“).</translation>
    </message>
    <message>
        <source>The folder is there already; what is told of it has changed. What it hands down stays.</source>
        <translation>Den Ordner gibt es schon; was über ihn gesagt wird, hat sich geändert. Was er weitergibt, bleibt.</translation>
    </message>
    <message>
        <source>What was chosen is already gone.</source>
        <translation>Was ausgewählt war, gibt es schon nicht mehr.</translation>
    </message>
    <message>
        <source>%1 (copy)</source>
        <translation>%1 (Kopie)</translation>
    </message>
    <message>
        <source>%1 (copy %2)</source>
        <translation>%1 (Kopie %2)</translation>
    </message>
    <message>
        <source>“%1” replicates from it. A replica without the Kerberos plugin, which Aurora MySQL has from 3.03 on, stops replicating at the first account that uses it: upgrade the replica before you make such accounts.</source>
        <translation>„%1“ repliziert davon. Ein Replikat ohne das Kerberos-Plugin, das Aurora MySQL ab 3.03 hat, hält beim ersten Konto an, das es verwendet: Aktualisieren Sie das Replikat, bevor Sie solche Konten anlegen.</translation>
    </message>
    <message>
        <source>A reader takes tickets only after it was rebooted once since Kerberos was enabled. Reboot those that refuse tickets.</source>
        <translation>Ein Reader nimmt Tickets erst an, wenn er nach dem Einschalten von Kerberos einmal neu gestartet wurde. Starten Sie diejenigen neu, die Tickets ablehnen.</translation>
    </message>
    <message>
        <source>Users of a directory on premises who connect from Windows use the name “%1” for this endpoint.</source>
        <translation>Wer aus einem lokalen Verzeichnis kommt und sich von Windows aus verbindet, verwendet für diesen Endpunkt den Namen „%1“.</translation>
    </message>
    <message>
        <source>Users of a directory on premises cannot log in with a ticket at a custom endpoint: they use the cluster&apos;s or an instance&apos;s.</source>
        <translation>Wer aus einem lokalen Verzeichnis kommt, kann sich an einem benutzerdefinierten Endpunkt nicht mit einem Ticket anmelden, sondern nur an dem des Clusters oder einer Instanz.</translation>
    </message>
    <message>
        <source>It replicates from “%1” and is too old for Kerberos (%2): the first account there that uses Kerberos stops the replication. Upgrade this one first.</source>
        <translation>Er repliziert von „%1“ und ist zu alt für Kerberos (%2): Das erste Konto dort, das Kerberos verwendet, hält die Replikation an. Aktualisieren Sie zuerst diesen.</translation>
    </message>
    <message>
        <source>Until then, what was saved last is there (of %1). The next change is saved on top of that, and keeps the damaged file beside it.</source>
        <translation>Bis dahin gilt, was zuletzt gespeichert wurde (%1). Die nächste Änderung wird darauf gespeichert; die beschädigte Datei bleibt daneben erhalten.</translation>
    </message>
    <message>
        <source>Until then, the profiles stay as they were. The next change is saved on top of that, and keeps the damaged file beside it.</source>
        <translation>Bis dahin bleiben die Profile, wie sie waren. Die nächste Änderung wird darauf gespeichert; die beschädigte Datei bleibt daneben erhalten.</translation>
    </message>
    <message>
        <source>Of placeholders there are two: ${USER}, who is logged in on this computer, and ${REALM}, krb5.conf&apos;s default realm.</source>
        <translation>Es gibt zwei Platzhalter: ${USER}, wer an diesem Rechner angemeldet ist, und ${REALM}, der Standard-Realm aus krb5.conf.</translation>
    </message>
    <message numerus="yes">
        <source>adding %n folder(s)</source>
        <translation>
            <numerusform>Hinzufügen von %n Ordner</numerusform>
            <numerusform>Hinzufügen von %n Ordnern</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>removing %n folder(s)</source>
        <translation>
            <numerusform>Entfernen von %n Ordner</numerusform>
            <numerusform>Entfernen von %n Ordnern</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>changing %n folder(s)</source>
        <translation>
            <numerusform>Ändern von %n Ordner</numerusform>
            <numerusform>Ändern von %n Ordnern</numerusform>
        </translation>
    </message>
    <message>
        <source>The option “%1” can make the program run something or reach files, so it has not been written. Add it yourself if it is yours.</source>
        <translation>Die Option „%1“ kann das Programm etwas ausführen oder auf Dateien zugreifen lassen und wurde deshalb nicht geschrieben. Fügen Sie sie selbst hinzu, wenn sie von Ihnen stammt.</translation>
    </message>
    <message>
        <source>folder “%1”</source>
        <translation>Ordner „%1“</translation>
    </message>
    <message>
        <source>The engine “%1” is neither MySQL nor MariaDB, so this is left out.</source>
        <translation>Die Engine „%1“ ist weder MySQL noch MariaDB, daher wird dies ausgelassen.</translation>
    </message>
    <message>
        <source>It writes in its primary cluster, %1.</source>
        <translation>Geschrieben wird in ihrem primären Cluster, %1.</translation>
    </message>
    <message>
        <source>It is only read in %1. Import the clusters of these Regions for their endpoints.</source>
        <translation>In %1 wird nur gelesen. Importieren Sie die Cluster dieser Regionen, um deren Endpunkte zu erhalten.</translation>
    </message>
    <message>
        <source>This is no JSON object, so it has been left out.</source>
        <translation>Das ist kein JSON-Objekt und wurde daher ausgelassen.</translation>
    </message>
    <message>
        <source>It is not as it should be, so it has been left out: %1.</source>
        <translation>Der Eintrag ist nicht, wie er sein soll, und wurde daher ausgelassen: %1.</translation>
    </message>
    <message>
        <source>Workbench cannot hold its name and folder as they are: they are written as “%1”.</source>
        <translation>Workbench kann Namen und Ordner nicht so aufnehmen, wie sie sind: Sie werden als „%1“ geschrieben.</translation>
    </message>
    <message>
        <source>There is another folder “%1”.</source>
        <translation>Es gibt einen anderen Ordner „%1“.</translation>
    </message>
</context>
<context>
    <name>latchkey::ProofRows</name>
    <message>
        <source>With</source>
        <translation>Mit</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Keytab</source>
        <translation>Keytab</translation>
    </message>
    <message>
        <source>Certificate in a file</source>
        <translation>Zertifikat in einer Datei</translation>
    </message>
    <message>
        <source>Smart card</source>
        <translation>Smartcard</translation>
    </message>
    <message>
        <source>What the realm asks for</source>
        <translation>Was der Realm verlangt</translation>
    </message>
    <message>
        <source>W&amp;ith</source>
        <translation>M&amp;it</translation>
    </message>
    <message>
        <source>Pass&amp;word</source>
        <translation>Pass&amp;wort</translation>
    </message>
    <message>
        <source>Keytab file</source>
        <translation>Keytab-Datei</translation>
    </message>
    <message>
        <source>Path of the keytab file</source>
        <translation>Pfad der Keytab-Datei</translation>
    </message>
    <message>
        <source>&amp;Keytab</source>
        <translation>&amp;Keytab</translation>
    </message>
    <message>
        <source>Choose a keytab</source>
        <translation>Keytab wählen</translation>
    </message>
    <message>
        <source>Certificate file</source>
        <translation>Zertifikatsdatei</translation>
    </message>
    <message>
        <source>PEM file, or .p12</source>
        <translation>PEM-Datei oder .p12</translation>
    </message>
    <message>
        <source>&amp;Certificate</source>
        <translation>&amp;Zertifikat</translation>
    </message>
    <message>
        <source>Choose a certificate</source>
        <translation>Zertifikat wählen</translation>
    </message>
    <message>
        <source>Private key file</source>
        <translation>Datei des privaten Schlüssels</translation>
    </message>
    <message>
        <source>in the same file</source>
        <translation>in derselben Datei</translation>
    </message>
    <message>
        <source>Private &amp;key</source>
        <translation>Privater S&amp;chlüssel</translation>
    </message>
    <message>
        <source>Choose the certificate’s private key</source>
        <translation>Den privaten Schlüssel des Zertifikats wählen</translation>
    </message>
    <message>
        <source>PKCS #11 module</source>
        <translation>PKCS-#11-Modul</translation>
    </message>
    <message>
        <source>libkrb5’s own, mostly OpenSC</source>
        <translation>das von libkrb5, meist OpenSC</translation>
    </message>
    <message>
        <source>Mo&amp;dule</source>
        <translation>Mo&amp;dul</translation>
    </message>
    <message>
        <source>Choose the smart card’s PKCS #11 module</source>
        <translation>Das PKCS-#11-Modul der Smartcard wählen</translation>
    </message>
    <message>
        <source>Authority of the KDC’s certificate</source>
        <translation>Zertifizierungsstelle des KDC</translation>
    </message>
    <message>
        <source>as krb5.conf says</source>
        <translation>wie krb5.conf es sagt</translation>
    </message>
    <message>
        <source>Authorit&amp;y</source>
        <translation>Zertifizierungs&amp;stelle</translation>
    </message>
    <message>
        <source>Choose the certificate of the KDC’s authority</source>
        <translation>Das Zertifikat der Zertifizierungsstelle des KDC wählen</translation>
    </message>
</context>
<context>
    <name>latchkey::QueryActions</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Ausführen</translation>
    </message>
    <message>
        <source>Run all</source>
        <translation>Alle ausführen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Search the history</source>
        <translation>Im Verlauf suchen</translation>
    </message>
    <message>
        <source>Stop at the first error</source>
        <translation>Beim ersten Fehler anhalten</translation>
    </message>
    <message>
        <source>Comment or uncomment</source>
        <translation>Aus- oder einkommentieren</translation>
    </message>
    <message>
        <source>Format statement</source>
        <translation>Anweisung formatieren</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Find and replace</source>
        <translation>Suchen und ersetzen</translation>
    </message>
    <message>
        <source>Find next</source>
        <translation>Weitersuchen</translation>
    </message>
    <message>
        <source>Find previous</source>
        <translation>Rückwärts suchen</translation>
    </message>
    <message>
        <source>New editor</source>
        <translation>Neuer Editor</translation>
    </message>
    <message>
        <source>Close editor</source>
        <translation>Editor schließen</translation>
    </message>
    <message>
        <source>Next editor</source>
        <translation>Nächster Editor</translation>
    </message>
    <message>
        <source>Previous editor</source>
        <translation>Voriger Editor</translation>
    </message>
    <message>
        <source>Open SQL file…</source>
        <translation>SQL-Datei öffnen …</translation>
    </message>
    <message>
        <source>Save SQL file</source>
        <translation>SQL-Datei speichern</translation>
    </message>
    <message>
        <source>Save SQL file as…</source>
        <translation>SQL-Datei speichern unter …</translation>
    </message>
    <message>
        <source>Editor</source>
        <translation>Editor</translation>
    </message>
    <message>
        <source>Export result…</source>
        <translation>Ergebnis exportieren …</translation>
    </message>
</context>
<context>
    <name>latchkey::QueryPane</name>
    <message>
        <source>There is no statement to run: write one, then press Ctrl+Enter.</source>
        <translation>Es gibt keine Anweisung zum Ausführen: Schreiben Sie eine und drücken Sie Strg+Eingabe.</translation>
    </message>
</context>
<context>
    <name>latchkey::QueryRun</name>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Gescheitert</translation>
    </message>
    <message>
        <source>Counting the rows it would touch…</source>
        <translation>Betroffene Zeilen werden gezählt …</translation>
    </message>
    <message>
        <source>Cancelling… %1 s</source>
        <translation>Wird abgebrochen… %1 s</translation>
    </message>
    <message>
        <source>Running… %1 s</source>
        <translation>Läuft… %1 s</translation>
    </message>
</context>
<context>
    <name>latchkey::QuestionsDialog</name>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Change password</source>
        <translation>Passwort ändern</translation>
    </message>
    <message>
        <source>Waiting for the realm’s answer…</source>
        <translation>Warten auf die Antwort des Realms…</translation>
    </message>
</context>
<context>
    <name>latchkey::QuickOpen</name>
    <message>
        <source>Quick open</source>
        <translation>Schnell öffnen</translation>
    </message>
    <message>
        <source>Connect to…</source>
        <translation>Verbinden mit…</translation>
    </message>
    <message>
        <source>Profile to connect to</source>
        <translation>Profil, mit dem verbunden wird</translation>
    </message>
    <message>
        <source>Profiles</source>
        <translation>Profile</translation>
    </message>
    <message>
        <source>Enter connects, Ctrl+Enter opens it in a terminal.</source>
        <translation>Eingabe verbindet, Strg+Eingabe öffnet das Profil in einem Terminal.</translation>
    </message>
</context>
<context>
    <name>latchkey::RealmDialog</name>
    <message>
        <source>Realm configuration</source>
        <translation>Realm-Konfiguration</translation>
    </message>
    <message>
        <source>The configuration as libkrb5 sees it</source>
        <translation>Die Konfiguration, wie libkrb5 sie sieht</translation>
    </message>
    <message>
        <source>Check &amp;now</source>
        <translation>Jetzt &amp;prüfen</translation>
    </message>
    <message>
        <source>Read the files again and ask the KDCs</source>
        <translation>Die Dateien neu lesen und die KDCs fragen</translation>
    </message>
    <message>
        <source>&amp;Set up Aurora…</source>
        <translation>&amp;Aurora einrichten…</translation>
    </message>
    <message>
        <source>&amp;Remove Latchkey’s part…</source>
        <translation>Latchkeys Teil &amp;entfernen…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Asking the KDCs…</source>
        <translation>Die KDCs werden gefragt…</translation>
    </message>
    <message>
        <source>Nothing is wrong with %1.</source>
        <translation>An %1 ist nichts auszusetzen.</translation>
    </message>
    <message>
        <source>Remove Latchkey’s part</source>
        <translation>Latchkeys Teil entfernen</translation>
    </message>
    <message>
        <source>Remove “%1”?</source>
        <translation>„%1“ entfernen?</translation>
    </message>
    <message>
        <source>Latchkey then goes by the system’s krb5.conf alone.</source>
        <translation>Latchkey richtet sich dann allein nach der krb5.conf des Systems.</translation>
    </message>
    <message>
        <source>Remove the file</source>
        <translation>Datei entfernen</translation>
    </message>
    <message>
        <source>Reading the files…</source>
        <translation>Die Dateien werden gelesen…</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Wird geprüft…</translation>
    </message>
</context>
<context>
    <name>latchkey::RealmModel</name>
    <message>
        <source>What</source>
        <translation>Eintrag</translation>
    </message>
    <message>
        <source>Says</source>
        <translation>Angabe</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Herkunft</translation>
    </message>
</context>
<context>
    <name>latchkey::RealmWizard</name>
    <message>
        <source>Set up Aurora’s realms</source>
        <translation>Auroras Realms einrichten</translation>
    </message>
    <message>
        <source>Where are the database users’ accounts?</source>
        <translation>Wo liegen die Konten der Datenbankbenutzer?</translation>
    </message>
    <message>
        <source>In the &amp;AWS Managed Microsoft AD that the clusters are joined to</source>
        <translation>Im &amp;AWS Managed Microsoft AD, dem die Cluster beigetreten sind</translation>
    </message>
    <message>
        <source>In a directory on &amp;premises, which that one trusts</source>
        <translation>In einem l&amp;okalen Verzeichnis, dem das von AWS vertraut</translation>
    </message>
    <message>
        <source>none: the domain’s name leads to them</source>
        <translation>keine: der Name der Domäne führt zu ihnen</translation>
    </message>
    <message>
        <source>&amp;Domain of the AWS directory</source>
        <translation>&amp;Domäne des AWS-Verzeichnisses</translation>
    </message>
    <message>
        <source>Its domain &amp;controllers</source>
        <translation>Deren Domänen&amp;controller</translation>
    </message>
    <message>
        <source>D&amp;omain on premises</source>
        <translation>&amp;Lokale Domäne</translation>
    </message>
    <message>
        <source>Its domain co&amp;ntrollers</source>
        <translation>Deren Domänenco&amp;ntroller</translation>
    </message>
    <message>
        <source>Default realm</source>
        <translation>Standard-Realm</translation>
    </message>
    <message>
        <source>that of the users</source>
        <translation>der der Benutzer</translation>
    </message>
    <message>
        <source>that of the AWS directory</source>
        <translation>der des AWS-Verzeichnisses</translation>
    </message>
    <message>
        <source>as it is now</source>
        <translation>wie bisher</translation>
    </message>
    <message>
        <source>De&amp;fault realm</source>
        <translation>Standard-&amp;Realm</translation>
    </message>
    <message>
        <source>Latchkey reads this file in front of the system’s krb5.conf, which stays as it is. Other programs do not know it.</source>
        <translation>Latchkey liest diese Datei vor der krb5.conf des Systems, die bleibt, wie sie ist. Andere Programme kennen sie nicht.</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>&amp;Show the change</source>
        <translation>&amp;Änderung zeigen</translation>
    </message>
    <message>
        <source>&amp;Write the file</source>
        <translation>Datei &amp;schreiben</translation>
    </message>
    <message>
        <source>The realm is %1.</source>
        <translation>Der Realm ist %1.</translation>
    </message>
    <message>
        <source>Type the directory’s DNS domain, such as corp.example.com.</source>
        <translation>Geben Sie die DNS-Domäne des Verzeichnisses ein, etwa corp.example.com.</translation>
    </message>
    <message>
        <source>“%1” says all of this already.</source>
        <translation>„%1“ sagt all das bereits.</translation>
    </message>
    <message>
        <source>“%1” is going to be made:</source>
        <translation>„%1“ wird angelegt:</translation>
    </message>
    <message>
        <source>“%1” is going to change:</source>
        <translation>„%1“ wird geändert:</translation>
    </message>
</context>
<context>
    <name>latchkey::RememberRow</name>
    <message>
        <source>Re&amp;member in the keychain</source>
        <translation>Im Schlüsselbund &amp;merken</translation>
    </message>
    <message>
        <source>The desktop’s keychain keeps the password, encrypted, once it has worked.</source>
        <translation>Der Schlüsselbund des Desktops bewahrt das Passwort verschlüsselt auf, sobald es sich bewährt hat.</translation>
    </message>
    <message>
        <source>&amp;Use the remembered password</source>
        <translation>&amp;Gemerktes Passwort verwenden</translation>
    </message>
    <message>
        <source>Sign in a&amp;gain with it when renewing ends</source>
        <translation>Damit erneut an&amp;melden, wenn das Erneuern endet</translation>
    </message>
    <message>
        <source>Latchkey then signs in by itself, once, before the ticket ends. A password that is refused is forgotten and not tried again.</source>
        <translation>Latchkey meldet sich dann einmal von selbst an, bevor das Ticket endet. Ein abgelehntes Passwort wird vergessen und nicht noch einmal versucht.</translation>
    </message>
</context>
<context>
    <name>latchkey::RemovalQuestion</name>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 und %n weiteres</numerusform>
            <numerusform>%1 und %n weitere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n folder(s)</source>
        <translation>
            <numerusform>%n Ordner</numerusform>
            <numerusform>%n Ordner</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n profile(s)</source>
        <translation>
            <numerusform>%n Profil</numerusform>
            <numerusform>%n Profile</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 und %2</translation>
    </message>
    <message>
        <source>Remove profiles</source>
        <translation>Profile entfernen</translation>
    </message>
    <message>
        <source>Remove %1 and all that is in it? These are %2.</source>
        <translation>%1 mit dem gesamten Inhalt entfernen? Das sind %2.</translation>
    </message>
    <message>
        <source>Remove %1?</source>
        <translation>%1 entfernen?</translation>
    </message>
    <message>
        <source>The databases themselves are not touched.</source>
        <translation>Die Datenbanken selbst bleiben unberührt.</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 entfernen</translation>
    </message>
</context>
<context>
    <name>latchkey::ReplicationPage</name>
    <message>
        <source>Replication</source>
        <translation>Replikation</translation>
    </message>
    <message>
        <source>Aurora replicas</source>
        <translation>Aurora-Replikate</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>This server follows no other one, and it is no member of an Aurora cluster.</source>
        <translation>Dieser Server folgt keinem anderen und gehört zu keinem Aurora-Cluster.</translation>
    </message>
    <message>
        <source>Replication is set up.</source>
        <translation>Replikation ist eingerichtet.</translation>
    </message>
</context>
<context>
    <name>latchkey::ResultExport</name>
    <message>
        <source>What had arrived until then is in “%1”.</source>
        <translation>Was bis dahin angekommen war, steht in „%1“.</translation>
    </message>
</context>
<context>
    <name>latchkey::ResultExportDialog</name>
    <message>
        <source>CSV (RFC 4180)</source>
        <translation>CSV (RFC 4180)</translation>
    </message>
    <message>
        <source>Tab-separated values</source>
        <translation>Durch Tabulatoren getrennte Werte</translation>
    </message>
    <message>
        <source>JSON array</source>
        <translation>JSON-Array</translation>
    </message>
    <message>
        <source>JSON lines</source>
        <translation>JSON-Zeilen</translation>
    </message>
    <message>
        <source>Markdown table</source>
        <translation>Markdown-Tabelle</translation>
    </message>
    <message>
        <source>INSERT statements</source>
        <translation>INSERT-Anweisungen</translation>
    </message>
    <message>
        <source>Export result</source>
        <translation>Ergebnis exportieren</translation>
    </message>
    <message>
        <source>Rows written</source>
        <translation>Geschriebene Zeilen</translation>
    </message>
    <message numerus="yes">
        <source>The %n row(s) that are here</source>
        <translation>
            <numerusform>Die %n Zeile, die hier ist</numerusform>
            <numerusform>Die %n Zeilen, die hier sind</numerusform>
        </translation>
    </message>
    <message>
        <source>All rows: runs the statement again</source>
        <translation>Alle Zeilen: führt die Anweisung noch einmal aus</translation>
    </message>
    <message>
        <source>&amp;Rows</source>
        <translation>&amp;Zeilen</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>&amp;Format</translation>
    </message>
    <message>
        <source>UTF-8</source>
        <translation>UTF-8</translation>
    </message>
    <message>
        <source>UTF-8 with byte order mark, for Excel</source>
        <translation>UTF-8 mit Bytereihenfolge-Marke, für Excel</translation>
    </message>
    <message>
        <source>Hexadecimal (0x…)</source>
        <translation>Hexadezimal (0x…)</translation>
    </message>
    <message>
        <source>Base64</source>
        <translation>Base64</translation>
    </message>
    <message>
        <source>As the columns say</source>
        <translation>Wie die Spalten es sagen</translation>
    </message>
    <message>
        <source>First &amp;line with the columns’ names</source>
        <translation>&amp;Erste Zeile mit den Namen der Spalten</translation>
    </message>
    <message>
        <source>&amp;Guard against formulas: &apos; before texts that begin with = + - @</source>
        <translation>Schutz &amp;gegen Formeln: &apos; vor Texten, die mit = + - @ beginnen</translation>
    </message>
    <message>
        <source>A spreadsheet would run such a text as a formula. Numbers stay as they are.</source>
        <translation>Eine Tabellenkalkulation würde einen solchen Text als Formel ausführen. Zahlen bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>&amp;Encoding</source>
        <translation>&amp;Kodierung</translation>
    </message>
    <message>
        <source>&amp;Binary values</source>
        <translation>&amp;Binäre Werte</translation>
    </message>
    <message>
        <source>&amp;NULL as</source>
        <translation>&amp;NULL als</translation>
    </message>
    <message>
        <source>&amp;Table</source>
        <translation>&amp;Tabelle</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Speichern unter…</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nichts</translation>
    </message>
    <message>
        <source>Save result as</source>
        <translation>Ergebnis speichern unter</translation>
    </message>
    <message>
        <source>Cancel export</source>
        <translation>Export abbrechen</translation>
    </message>
    <message>
        <source>%1 rows, %2</source>
        <translation>%1 Zeilen, %2</translation>
    </message>
    <message>
        <source>Saved as “%1”: %2.</source>
        <translation>Gespeichert als „%1“: %2.</translation>
    </message>
    <message>
        <source>The export was cancelled; no file was written.</source>
        <translation>Der Export wurde abgebrochen; es wurde keine Datei geschrieben.</translation>
    </message>
    <message>
        <source>%1 This is not the whole result: %2</source>
        <translation>%1 Das ist nicht das ganze Ergebnis: %2</translation>
    </message>
</context>
<context>
    <name>latchkey::ResultGrid</name>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n Zeile</numerusform>
            <numerusform>%n Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>No result yet</source>
        <translation>Noch kein Ergebnis</translation>
    </message>
    <message>
        <source>Run a statement with Ctrl+Enter.</source>
        <translation>Führen Sie mit Strg+Eingabe eine Anweisung aus.</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Fetch all</source>
        <translation>Alles holen</translation>
    </message>
    <message>
        <source>Runs the statement again without a row limit.</source>
        <translation>Führt die Anweisung ohne Zeilengrenze noch einmal aus.</translation>
    </message>
    <message>
        <source>Waiting for rows…</source>
        <translation>Auf Zeilen wird gewartet…</translation>
    </message>
    <message>
        <source>%1 so far, more ▸</source>
        <translation>bisher %1, weitere ▸</translation>
    </message>
    <message>
        <source>%1, incomplete: the statement did not end well.</source>
        <translation>%1, unvollständig: die Anweisung endete nicht ordnungsgemäß.</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Show the Whole Value</source>
        <translation>Ganzen Wert zeigen</translation>
    </message>
    <message>
        <source>Filter the Rows…</source>
        <translation>Zeilen filtern …</translation>
    </message>
    <message>
        <source>Looking through the rows…</source>
        <translation>Die Zeilen werden durchsucht …</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Choose a cell to see its value.</source>
        <translation>Wählen Sie eine Zelle, um ihren Wert zu sehen.</translation>
    </message>
    <message>
        <source>Rows were still arriving.</source>
        <translation>Es kamen noch Zeilen an.</translation>
    </message>
    <message>
        <source>The server has more rows.</source>
        <translation>Der Server hat weitere Zeilen.</translation>
    </message>
    <message>
        <source>The statement did not end well, so rows are missing.</source>
        <translation>Die Anweisung endete nicht gut, daher fehlen Zeilen.</translation>
    </message>
    <message numerus="yes">
        <source>The filter hides %n row(s).</source>
        <translation>
            <numerusform>Der Filter verbirgt %n Zeile.</numerusform>
            <numerusform>Der Filter verbirgt %n Zeilen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>latchkey::ResultModel</name>
    <message>
        <source>%1
%2, may be NULL</source>
        <translation>%1
%2, kann NULL sein</translation>
    </message>
    <message>
        <source>%1
%2, never NULL</source>
        <translation>%1
%2, nie NULL</translation>
    </message>
    <message>
        <source>unreadable</source>
        <translation>nicht lesbar</translation>
    </message>
    <message>
        <source>%1
A click sorts the rows: ascending with NULL first, descending with NULL last, as the server sent them.</source>
        <translation>%1
Ein Klick sortiert die Zeilen: aufsteigend mit NULL zuerst, absteigend mit NULL zuletzt, wie vom Server gesendet.</translation>
    </message>
    <message>
        <source>Being read from the disk</source>
        <translation>Wird von der Platte gelesen</translation>
    </message>
</context>
<context>
    <name>latchkey::ResultStore</name>
    <message>
        <source>The result has more rows than can be kept. The rows so far can be used. Ask for fewer, for example with LIMIT.</source>
        <translation>Das Ergebnis hat mehr Zeilen, als aufbewahrt werden können. Die bisherigen Zeilen sind verwendbar. Fragen Sie weniger ab, zum Beispiel mit LIMIT.</translation>
    </message>
</context>
<context>
    <name>latchkey::ResultTabs</name>
    <message>
        <source>Messages</source>
        <translation>Meldungen</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Only the first %1 results are shown.</source>
        <translation>Nur die ersten %1 Ergebnisse werden gezeigt.</translation>
    </message>
    <message>
        <source>Result %1</source>
        <translation>Ergebnis %1</translation>
    </message>
</context>
<context>
    <name>latchkey::RunGuard</name>
    <message>
        <source>%1
→ %2 now</source>
        <translation>%1
→ derzeit %2</translation>
    </message>
    <message>
        <source>It has no condition: every row of the table is changed or deleted.</source>
        <translation>Es gibt keine Bedingung: Jede Zeile der Tabelle wird geändert oder gelöscht.</translation>
    </message>
    <message>
        <source>A whole database is dropped.</source>
        <translation>Eine ganze Datenbank wird gelöscht.</translation>
    </message>
    <message>
        <source>A table is dropped, with its rows.</source>
        <translation>Eine Tabelle wird mit ihren Zeilen gelöscht.</translation>
    </message>
    <message>
        <source>A column is dropped, with its values.</source>
        <translation>Eine Spalte wird mit ihren Werten gelöscht.</translation>
    </message>
    <message>
        <source>A partition is dropped, with its rows.</source>
        <translation>Eine Partition wird mit ihren Zeilen gelöscht.</translation>
    </message>
    <message>
        <source>An account or a role is dropped.</source>
        <translation>Ein Konto oder eine Rolle wird gelöscht.</translation>
    </message>
    <message>
        <source>All rows are removed, and no rollback brings them back.</source>
        <translation>Alle Zeilen werden entfernt, und kein Rollback bringt sie zurück.</translation>
    </message>
    <message>
        <source>A setting of the whole server is changed.</source>
        <translation>Eine Einstellung des ganzen Servers wird geändert.</translation>
    </message>
    <message>
        <source>FLUSH can make every session wait.</source>
        <translation>FLUSH kann jede Sitzung warten lassen.</translation>
    </message>
    <message>
        <source>Somebody’s statement or session is ended.</source>
        <translation>Eine Anweisung oder Sitzung von jemandem wird beendet.</translation>
    </message>
    <message>
        <source>The server is shut down.</source>
        <translation>Der Server wird heruntergefahren.</translation>
    </message>
    <message>
        <source>All privileges are granted.</source>
        <translation>Alle Rechte werden erteilt.</translation>
    </message>
    <message>
        <source>Binary logs or a replica’s position are lost.</source>
        <translation>Binärlogs oder die Position eines Replikats gehen verloren.</translation>
    </message>
    <message>
        <source>Replication is stopped.</source>
        <translation>Die Replikation wird angehalten.</translation>
    </message>
    <message>
        <source>The binary log is left out, so that replicas will differ.</source>
        <translation>Das Binärlog wird ausgelassen, sodass Replikate abweichen werden.</translation>
    </message>
    <message>
        <source>Nothing was sent, because this profile is read-only and the statement may write: “%1”. Use a profile that may write, or change this one.</source>
        <translation>Es wurde nichts gesendet, weil dieses Profil nur lesen darf und die Anweisung schreiben könnte: „%1“. Verwenden Sie ein Profil, das schreiben darf, oder ändern Sie dieses.</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more.</source>
        <translation>
            <numerusform>… und %n weitere.</numerusform>
            <numerusform>… und %n weitere.</numerusform>
        </translation>
    </message>
    <message>
        <source>Production</source>
        <translation>Produktion</translation>
    </message>
    <message>
        <source>Statements that write</source>
        <translation>Anweisungen, die schreiben</translation>
    </message>
    <message numerus="yes">
        <source>Run %n statement(s) that may write on %1?</source>
        <translation>
            <numerusform>%n Anweisung, die schreiben könnte, auf %1 ausführen?</numerusform>
            <numerusform>%n Anweisungen, die schreiben könnten, auf %1 ausführen?</numerusform>
        </translation>
    </message>
    <message>
        <source>Run on production</source>
        <translation>In Produktion ausführen</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Ausführen</translation>
    </message>
</context>
<context>
    <name>latchkey::SchemaModel</name>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen…</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>Tabellen</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>Sichten</translation>
    </message>
    <message>
        <source>Routines</source>
        <translation>Routinen</translation>
    </message>
    <message>
        <source>Triggers</source>
        <translation>Trigger</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Indexes</source>
        <translation>Indizes</translation>
    </message>
    <message>
        <source>Foreign keys</source>
        <translation>Fremdschlüssel</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Datenbank</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Sicht</translation>
    </message>
    <message>
        <source>Sequence</source>
        <translation>Sequenz</translation>
    </message>
    <message>
        <source>Procedure</source>
        <translation>Prozedur</translation>
    </message>
    <message>
        <source>Function</source>
        <translation>Funktion</translation>
    </message>
    <message>
        <source>Trigger</source>
        <translation>Trigger</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Spalte</translation>
    </message>
    <message>
        <source>Index</source>
        <translation>Index</translation>
    </message>
    <message>
        <source>Foreign key</source>
        <translation>Fremdschlüssel</translation>
    </message>
    <message>
        <source>About %1 rows</source>
        <translation>Etwa %1 Zeilen</translation>
    </message>
    <message>
        <source>%1 with its indexes</source>
        <translation>%1 mit den Indizes</translation>
    </message>
    <message>
        <source>more than %1</source>
        <translation>mehr als %1</translation>
    </message>
    <message>
        <source>The list is not complete: the server has more than the %1 that are read. Ask for the others with a SELECT on information_schema.</source>
        <translation>Die Liste ist nicht vollständig: Der Server hat mehr als die %1, die gelesen werden. Die übrigen liefert ein SELECT auf information_schema.</translation>
    </message>
    <message>
        <source>Elsewhere on the server</source>
        <translation>Anderswo auf dem Server</translation>
    </message>
    <message>
        <source>%1 %2 in %3</source>
        <translation>%1 %2 in %3</translation>
    </message>
</context>
<context>
    <name>latchkey::SchemaSearch</name>
    <message numerus="yes">
        <source>The server needed more than %n second(s) to look through all names, so it was stopped. Open the database to search in it alone.</source>
        <translation>
            <numerusform>Der Server brauchte mehr als %n Sekunde, um alle Namen zu durchsuchen, und wurde deshalb angehalten. Öffnen Sie die Datenbank, um nur in ihr zu suchen.</numerusform>
            <numerusform>Der Server brauchte mehr als %n Sekunden, um alle Namen zu durchsuchen, und wurde deshalb angehalten. Öffnen Sie die Datenbank, um nur in ihr zu suchen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking through all names on the server…</source>
        <translation>Alle Namen auf dem Server werden durchsucht…</translation>
    </message>
    <message>
        <source>The server has more names like this than can be listed here. Type more of the name.</source>
        <translation>Der Server hat mehr solche Namen, als hier aufgeführt werden können. Geben Sie mehr vom Namen ein.</translation>
    </message>
</context>
<context>
    <name>latchkey::SchemaTree</name>
    <message>
        <source>Filter the schema</source>
        <translation>Schema filtern</translation>
    </message>
    <message>
        <source>Schema</source>
        <translation>Schema</translation>
    </message>
    <message>
        <source>Show first rows</source>
        <translation>Erste Zeilen zeigen</translation>
    </message>
    <message>
        <source>Show definition…</source>
        <translation>Definition zeigen…</translation>
    </message>
    <message>
        <source>Write SELECT statement</source>
        <translation>SELECT-Anweisung schreiben</translation>
    </message>
    <message>
        <source>Insert name</source>
        <translation>Namen einfügen</translation>
    </message>
    <message>
        <source>Copy name</source>
        <translation>Namen kopieren</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Neu lesen</translation>
    </message>
    <message>
        <source>Read the schema again (F5)</source>
        <translation>Schema neu lesen (F5)</translation>
    </message>
    <message>
        <source>Find a name</source>
        <translation>Namen suchen</translation>
    </message>
    <message>
        <source>Part of the name of a table, view, routine or column; from two letters on, those that have not been opened are found, too</source>
        <translation>Teil des Namens einer Tabelle, Sicht, Routine oder Spalte; ab zwei Buchstaben wird auch gefunden, was nicht geöffnet ist</translation>
    </message>
</context>
<context>
    <name>latchkey::ServerViews</name>
    <message>
        <source>Processes</source>
        <translation>Prozesse</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Variables</source>
        <translation>Variablen</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Konten</translation>
    </message>
    <message>
        <source>Replication</source>
        <translation>Replikation</translation>
    </message>
    <message>
        <source>Statements and views of the server</source>
        <translation>Anweisungen und Ansichten des Servers</translation>
    </message>
    <message>
        <source>SQL</source>
        <translation>SQL</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Close view</source>
        <translation>Ansicht schließen</translation>
    </message>
</context>
<context>
    <name>latchkey::SessionArea</name>
    <message>
        <source>Sessions</source>
        <translation>Sitzungen</translation>
    </message>
    <message>
        <source>No session is open</source>
        <translation>Keine Sitzung ist offen</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation>%1 auf %2</translation>
    </message>
    <message>
        <source>The server names a service of an unusual kind: %1</source>
        <translation>Der Server nennt einen Dienst ungewöhnlicher Art: %1</translation>
    </message>
    <message>
        <source>Expected: %1
Now named: %2</source>
        <translation>Erwartet: %1
Jetzt genannt: %2</translation>
    </message>
    <message>
        <source>The server’s certificate is valid for %1.</source>
        <translation>Das Zertifikat des Servers ist gültig für %1.</translation>
    </message>
    <message>
        <source>Nothing proves that this is the right server: its certificate could not be verified.</source>
        <translation>Nichts beweist, dass dies der richtige Server ist: Sein Zertifikat konnte nicht geprüft werden.</translation>
    </message>
    <message>
        <source>Accept the new service name</source>
        <translation>Den neuen Dienstnamen annehmen</translation>
    </message>
    <message>
        <source>Should “%1” trust the service name that the server gives now?</source>
        <translation>Soll „%1“ dem Dienstnamen vertrauen, den der Server jetzt nennt?</translation>
    </message>
    <message>
        <source>Accept it only if you know that the server was renamed or moved: whoever is behind that name gets a ticket of yours.</source>
        <translation>Nehmen Sie ihn nur an, wenn Sie wissen, dass der Server umbenannt oder verlegt wurde: Wer hinter diesem Namen steht, erhält ein Ticket von Ihnen.</translation>
    </message>
    <message>
        <source>Accept the new name</source>
        <translation>Neuen Namen annehmen</translation>
    </message>
</context>
<context>
    <name>latchkey::SessionBanner</name>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Reconnect</source>
        <translation>Neu verbinden</translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation>Anmelden…</translation>
    </message>
    <message>
        <source>Accept new service name…</source>
        <translation>Neuen Dienstnamen annehmen…</translation>
    </message>
    <message>
        <source>Connecting to %1 was cancelled.</source>
        <translation>Das Verbinden mit %1 wurde abgebrochen.</translation>
    </message>
    <message>
        <source>Disconnected from %1. Texts and results stay until the tab is closed.</source>
        <translation>Von %1 getrennt. Texte und Ergebnisse bleiben, bis der Reiter geschlossen wird.</translation>
    </message>
</context>
<context>
    <name>latchkey::SessionDetails</name>
    <message>
        <source>not encrypted</source>
        <translation>unverschlüsselt</translation>
    </message>
    <message>
        <source>%1, %2, server verified</source>
        <translation>%1, %2, Server geprüft</translation>
    </message>
    <message>
        <source>%1, %2, server not verified</source>
        <translation>%1, %2, Server nicht geprüft</translation>
    </message>
    <message>
        <source>Aurora %1</source>
        <translation>Aurora %1</translation>
    </message>
    <message>
        <source>by the profile</source>
        <translation>durch das Profil</translation>
    </message>
    <message>
        <source>reads and writes</source>
        <translation>liest und schreibt</translation>
    </message>
    <message>
        <source>read-only (%1)</source>
        <translation>nur lesend (%1)</translation>
    </message>
    <message>
        <source>open</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>none open</source>
        <translation>keine offen</translation>
    </message>
    <message>
        <source>%1, autocommit on</source>
        <translation>%1, Autocommit ein</translation>
    </message>
    <message>
        <source>%1, autocommit off</source>
        <translation>%1, Autocommit aus</translation>
    </message>
    <message>
        <source>writer</source>
        <translation>Schreiber</translation>
    </message>
    <message>
        <source>reader</source>
        <translation>Leser</translation>
    </message>
    <message>
        <source>primary</source>
        <translation>Primärserver</translation>
    </message>
    <message>
        <source>replica</source>
        <translation>Replikat</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Logged in as</source>
        <translation>Angemeldet als</translation>
    </message>
    <message>
        <source>Principal</source>
        <translation>Principal</translation>
    </message>
    <message>
        <source>Service (SPN)</source>
        <translation>Dienst (SPN)</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>Verschlüsselung</translation>
    </message>
    <message>
        <source>Endpoint</source>
        <translation>Endpunkt</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>Zugriff</translation>
    </message>
    <message>
        <source>Schema</source>
        <translation>Schema</translation>
    </message>
    <message>
        <source>Transaction</source>
        <translation>Transaktion</translation>
    </message>
    <message>
        <source>Isolation</source>
        <translation>Isolation</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zeitzone</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Details of the session</source>
        <translation>Einzelheiten der Sitzung</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>latchkey::SessionEnd</name>
    <message>
        <source>Close the session</source>
        <translation>Sitzung schließen</translation>
    </message>
    <message>
        <source>Closing the session stops it; what it has changed and not committed is rolled back.</source>
        <translation>Das Schließen der Sitzung bricht sie ab; was sie geändert und nicht festgeschrieben hat, wird zurückgerollt.</translation>
    </message>
    <message>
        <source>Closing the session rolls back what was not committed.</source>
        <translation>Das Schließen der Sitzung rollt zurück, was nicht festgeschrieben wurde.</translation>
    </message>
    <message>
        <source>Stop and close</source>
        <translation>Abbrechen und schließen</translation>
    </message>
    <message>
        <source>Roll back and close</source>
        <translation>Zurückrollen und schließen</translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation>Trennen</translation>
    </message>
    <message>
        <source>Disconnecting stops it; what it has changed and not committed is rolled back.</source>
        <translation>Das Trennen bricht sie ab; was sie geändert und nicht festgeschrieben hat, wird zurückgerollt.</translation>
    </message>
    <message>
        <source>Disconnecting rolls back what was not committed.</source>
        <translation>Das Trennen rollt zurück, was nicht festgeschrieben wurde.</translation>
    </message>
    <message>
        <source>Stop and disconnect</source>
        <translation>Abbrechen und trennen</translation>
    </message>
    <message>
        <source>Roll back and disconnect</source>
        <translation>Zurückrollen und trennen</translation>
    </message>
    <message>
        <source>Reconnect</source>
        <translation>Neu verbinden</translation>
    </message>
    <message>
        <source>Reconnecting stops it; what it has changed and not committed is rolled back.</source>
        <translation>Das erneute Verbinden bricht sie ab; was sie geändert und nicht festgeschrieben hat, wird zurückgerollt.</translation>
    </message>
    <message>
        <source>Reconnecting rolls back what was not committed.</source>
        <translation>Das erneute Verbinden rollt zurück, was nicht festgeschrieben wurde.</translation>
    </message>
    <message>
        <source>Stop and reconnect</source>
        <translation>Abbrechen und neu verbinden</translation>
    </message>
    <message>
        <source>Roll back and reconnect</source>
        <translation>Zurückrollen und neu verbinden</translation>
    </message>
    <message>
        <source>A statement is running in “%1”.</source>
        <translation>In „%1“ läuft eine Anweisung.</translation>
    </message>
    <message>
        <source>A transaction is open in “%1”.</source>
        <translation>In „%1“ ist eine Transaktion offen.</translation>
    </message>
</context>
<context>
    <name>latchkey::SessionEntries</name>
    <message>
        <source>&amp;Run statement or selection</source>
        <translation>Anweisung oder Auswahl &amp;ausführen</translation>
    </message>
    <message>
        <source>Run &amp;all</source>
        <translation>A&amp;lle ausführen</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>Ab&amp;brechen</translation>
    </message>
</context>
<context>
    <name>latchkey::SessionHeader</name>
    <message>
        <source>Not encrypted</source>
        <translation>Nicht verschlüsselt</translation>
    </message>
    <message>
        <source>%1 verified</source>
        <translation>%1 geprüft</translation>
    </message>
    <message>
        <source>%1 not verified</source>
        <translation>%1 nicht geprüft</translation>
    </message>
    <message>
        <source>%1 as %2</source>
        <translation>%1 als %2</translation>
    </message>
    <message>
        <source>Service: %1</source>
        <translation>Dienst: %1</translation>
    </message>
    <message>
        <source>%1:%2, version %3, connection %4</source>
        <translation>%1:%2, Version %3, Verbindung %4</translation>
    </message>
    <message>
        <source>NOT CONNECTED</source>
        <translation>NICHT VERBUNDEN</translation>
    </message>
    <message>
        <source>READ-ONLY</source>
        <translation>NUR LESEN</translation>
    </message>
    <message>
        <source>READ-WRITE</source>
        <translation>LESEN UND SCHREIBEN</translation>
    </message>
    <message>
        <source>Details of the session</source>
        <translation>Einzelheiten der Sitzung</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>TRANSACTION OPEN</source>
        <translation>TRANSAKTION OFFEN</translation>
    </message>
</context>
<context>
    <name>latchkey::SessionRestoring</name>
    <message>
        <source>“%1” failed: %2</source>
        <translation>„%1“ ist fehlgeschlagen: %2</translation>
    </message>
    <message>
        <source>Connected to %1 again, with a new session.</source>
        <translation>Wieder mit %1 verbunden, in einer neuen Sitzung.</translation>
    </message>
    <message>
        <source>Its schema is %1.</source>
        <translation>Ihr Schema ist %1.</translation>
    </message>
</context>
<context>
    <name>latchkey::SessionTab</name>
    <message>
        <source>Cancel connecting</source>
        <translation>Verbinden abbrechen</translation>
    </message>
    <message>
        <source>Connecting to %1…</source>
        <translation>Verbindung mit %1 wird aufgebaut…</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Nicht verbunden</translation>
    </message>
    <message>
        <source>The server’s name leads to another server than the session is connected to. Connect again to see that one.</source>
        <translation>Der Name des Servers führt jetzt zu einem anderen Server als dem, mit dem die Sitzung verbunden ist. Verbinden Sie sich neu, um jenen zu sehen.</translation>
    </message>
</context>
<context>
    <name>latchkey::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n Minute</numerusform>
            <numerusform>%n Minuten</numerusform>
        </translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>Wie der Desktop</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Farbschema</translation>
    </message>
    <message>
        <source>&amp;Renew tickets by themselves as long as they are renewable</source>
        <translation>Tickets selbst &amp;erneuern, solange sie erneuerbar sind</translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation>Tickets</translation>
    </message>
    <message>
        <source>&amp;Warn before a ticket expires</source>
        <translation>&amp;Warnen, bevor ein Ticket abläuft</translation>
    </message>
    <message>
        <source>Warn a&amp;gain</source>
        <translation>Noch&amp;mals warnen</translation>
    </message>
    <message>
        <source>When the screen is &amp;locked</source>
        <translation>Wenn der Bildschirm &amp;gesperrt wird</translation>
    </message>
    <message>
        <source>When Latchkey &amp;quits</source>
        <translation>Wenn Latchkey &amp;beendet wird</translation>
    </message>
    <message>
        <source>When &amp;nobody has been there for</source>
        <translation>Wenn &amp;niemand da war, seit</translation>
    </message>
    <message>
        <source>Minutes until tickets are destroyed because nobody is there</source>
        <translation>Minuten, bis Tickets vernichtet werden, weil niemand da ist</translation>
    </message>
    <message>
        <source>Destroy all tickets</source>
        <translation>Alle Tickets vernichten</translation>
    </message>
    <message>
        <source>Show the &amp;state of the tickets in the tray</source>
        <translation>Den &amp;Zustand der Tickets im Infobereich zeigen</translation>
    </message>
    <message>
        <source>&amp;Keep running in the tray when the window is closed</source>
        <translation>Im Infobereich weiter&amp;laufen, wenn das Fenster geschlossen wird</translation>
    </message>
    <message>
        <source>This desktop has no tray.</source>
        <translation>Dieser Desktop hat keinen Infobereich.</translation>
    </message>
    <message>
        <source>Tell by a n&amp;otice when a ticket expires or is destroyed by itself</source>
        <translation>Durch eine Mel&amp;dung sagen, wenn ein Ticket abläuft oder von selbst vernichtet wird</translation>
    </message>
    <message>
        <source>Tray and notices</source>
        <translation>Infobereich und Meldungen</translation>
    </message>
    <message>
        <source>This desktop does not tell how long nobody has been there: neither org.gnome.Mutter.IdleMonitor nor org.freedesktop.ScreenSaver answers.</source>
        <translation>Dieser Desktop sagt nicht, wie lange niemand da war: Weder org.gnome.Mutter.IdleMonitor noch org.freedesktop.ScreenSaver antwortet.</translation>
    </message>
    <message>
        <source>Asking the desktop whether it tells…</source>
        <translation>Der Desktop wird gefragt, ob er es sagt…</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n Tag</numerusform>
            <numerusform>%n Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>Warn before a &amp;password expires</source>
        <translation>Warnen, bevor ein &amp;Passwort abläuft</translation>
    </message>
    <message>
        <source>Keep a &amp;history of statements on this computer, without passwords</source>
        <translation>Einen &amp;Verlauf der Anweisungen auf diesem Rechner führen, ohne Passwörter</translation>
    </message>
    <message>
        <source>Statements</source>
        <translation>Anweisungen</translation>
    </message>
    <message>
        <source>%1 % of its life</source>
        <translation>%1 % seiner Gültigkeit</translation>
    </message>
    <message>
        <source>Renew a ticket a&amp;fter</source>
        <translation>Ticket erneuern na&amp;ch</translation>
    </message>
    <message>
        <source>Wait &amp;between two attempts at least</source>
        <translation>Zwischen zwei Versuchen mindestens wa&amp;rten</translation>
    </message>
    <message>
        <source>While no KDC &amp;answers, wait at most</source>
        <translation>Solange kein KDC antwortet, höc&amp;hstens warten</translation>
    </message>
    <message>
        <source>Wh&amp;en…</source>
        <translation>W&amp;ann…</translation>
    </message>
    <message>
        <source>When, and how often, renewing is tried</source>
        <translation>Wann und wie oft die Erneuerung versucht wird</translation>
    </message>
</context>
<context>
    <name>latchkey::SignInOptions</name>
    <message>
        <source>a new cache</source>
        <translation>ein neuer Cache</translation>
    </message>
    <message>
        <source>a cache private to Latchkey</source>
        <translation>ein Cache nur für Latchkey</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n Tag</numerusform>
            <numerusform>%n Tage</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n Stunde</numerusform>
            <numerusform>%n Stunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n Minute</numerusform>
            <numerusform>%n Minuten</numerusform>
        </translation>
    </message>
    <message>
        <source>lifetime %1</source>
        <translation>Lebensdauer %1</translation>
    </message>
    <message>
        <source>not renewable</source>
        <translation>nicht erneuerbar</translation>
    </message>
    <message>
        <source>renewable for %1</source>
        <translation>erneuerbar für %1</translation>
    </message>
    <message>
        <source>forwardable</source>
        <translation>weiterleitbar</translation>
    </message>
    <message>
        <source>not forwardable</source>
        <translation>nicht weiterleitbar</translation>
    </message>
    <message>
        <source>proxiable</source>
        <translation>für Stellvertreter</translation>
    </message>
    <message>
        <source>not proxiable</source>
        <translation>nicht für Stellvertreter</translation>
    </message>
    <message>
        <source>from any address</source>
        <translation>von jeder Adresse</translation>
    </message>
    <message>
        <source>from this computer only</source>
        <translation>nur von diesem Rechner</translation>
    </message>
    <message>
        <source>the KDC spells the name</source>
        <translation>der KDC bestimmt die Schreibweise</translation>
    </message>
    <message>
        <source>enterprise name</source>
        <translation>Enterprise-Name</translation>
    </message>
    <message>
        <source>protected by %1</source>
        <translation>geschützt durch %1</translation>
    </message>
</context>
<context>
    <name>latchkey::SignInOptionsForm</name>
    <message>
        <source>&amp;Lifetime</source>
        <translation>&amp;Lebensdauer</translation>
    </message>
    <message>
        <source>How long the ticket is good (kinit -l)</source>
        <translation>Wie lange das Ticket gilt (kinit -l)</translation>
    </message>
    <message>
        <source>&amp;Renewable for</source>
        <translation>&amp;Erneuerbar für</translation>
    </message>
    <message>
        <source>How long it can be renewed without the password (kinit -r)</source>
        <translation>Wie lange es ohne Passwort erneuert werden kann (kinit -r)</translation>
    </message>
    <message>
        <source>Cac&amp;he</source>
        <translation>Cac&amp;he</translation>
    </message>
    <message>
        <source>Where the tickets go (kinit -c)</source>
        <translation>Wohin die Tickets kommen (kinit -c)</translation>
    </message>
    <message>
        <source>&amp;Forwardable</source>
        <translation>&amp;Weiterleitbar</translation>
    </message>
    <message>
        <source>May be sent to another computer (kinit -f)</source>
        <translation>Darf an einen anderen Rechner geschickt werden (kinit -f)</translation>
    </message>
    <message>
        <source>Pro&amp;xiable</source>
        <translation>Für Stell&amp;vertreter</translation>
    </message>
    <message>
        <source>Service tickets for other addresses may be got with it (kinit -p)</source>
        <translation>Damit lassen sich Service-Tickets für andere Adressen holen (kinit -p)</translation>
    </message>
    <message>
        <source>&amp;Addressless</source>
        <translation>Ohne &amp;Adressen</translation>
    </message>
    <message>
        <source>Good from every address, not only from this computer’s (kinit -A)</source>
        <translation>Gilt von jeder Adresse, nicht nur von der dieses Rechners (kinit -A)</translation>
    </message>
    <message>
        <source>Pro&amp;tected by</source>
        <translation>&amp;Geschützt durch</translation>
    </message>
    <message>
        <source>The cache whose ticket encrypts the sign-in itself (FAST, kinit -T). One-time passwords need it; an anonymous ticket is got where the realm gives one.</source>
        <translation>Der Cache, dessen Ticket die Anmeldung selbst verschlüsselt (FAST, kinit -T). Einmalpasswörter brauchen das; wo der Realm eines hergibt, wird ein anonymes Ticket geholt.</translation>
    </message>
    <message>
        <source>The KDC may correct the &amp;spelling of the name</source>
        <translation>Der KDC darf die &amp;Schreibweise des Namens berichtigen</translation>
    </message>
    <message>
        <source>The principal is the one that the KDC answers with (kinit -C)</source>
        <translation>Principal ist der, mit dem der KDC antwortet (kinit -C)</translation>
    </message>
    <message>
        <source>It is an &amp;enterprise name, such as an e-mail address</source>
        <translation>Es ist ein E&amp;nterprise-Name, etwa eine E-Mail-Adresse</translation>
    </message>
    <message>
        <source>alice@corp.example.com is a name in the realm, not a name with a realm (kinit -E)</source>
        <translation>alice@corp.example.com ist ein Name im Realm, nicht ein Name mit Realm (kinit -E)</translation>
    </message>
    <message>
        <source>as configured</source>
        <translation>wie eingestellt</translation>
    </message>
    <message>
        <source>not renewable</source>
        <translation>nicht erneuerbar</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>automatisch</translation>
    </message>
    <message>
        <source>a new one</source>
        <translation>ein neuer</translation>
    </message>
    <message>
        <source>private to Latchkey</source>
        <translation>nur für Latchkey</translation>
    </message>
    <message>
        <source>an anonymous ticket, where it is needed</source>
        <translation>ein anonymes Ticket, wo es nötig ist</translation>
    </message>
    <message>
        <source>%1, of %2</source>
        <translation>%1, von %2</translation>
    </message>
</context>
<context>
    <name>latchkey::SpillFile</name>
    <message>
        <source>The result needs more memory than it may take, and no temporary file could be made in “%1” for its rows (%2). Close other results, or set TMPDIR to a folder that can be written.</source>
        <translation>Das Ergebnis braucht mehr Speicher, als es belegen darf, und in „%1“ konnte keine temporäre Datei für seine Zeilen angelegt werden (%2). Schließen Sie andere Ergebnisse oder setzen Sie TMPDIR auf einen beschreibbaren Ordner.</translation>
    </message>
    <message>
        <source>The result needs more memory than it may take, and its rows could not be written to a temporary file in “%1” (%2). The rows so far can be used. Free some space there, or fetch fewer rows.</source>
        <translation>Das Ergebnis braucht mehr Speicher, als es belegen darf, und seine Zeilen konnten nicht in eine temporäre Datei in „%1“ geschrieben werden (%2). Die bisherigen Zeilen sind verwendbar. Schaffen Sie dort Platz oder holen Sie weniger Zeilen.</translation>
    </message>
    <message>
        <source>Rows of the result could not be read back from their temporary file in “%1” (%2). Check the disk, then run the statement again.</source>
        <translation>Zeilen des Ergebnisses konnten nicht aus ihrer temporären Datei in „%1“ zurückgelesen werden (%2). Prüfen Sie den Datenträger und führen Sie die Anweisung erneut aus.</translation>
    </message>
</context>
<context>
    <name>latchkey::SqlEditor</name>
    <message>
        <source>SQL</source>
        <translation>SQL</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>Vervollständigen</translation>
    </message>
</context>
<context>
    <name>latchkey::SqlFile</name>
    <message>
        <source>The file “%1” does not exist any more.</source>
        <translation>Die Datei „%1“ gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>“%1” was not saved, because another program has changed it meanwhile. Save under another name, or save again to replace it.</source>
        <translation>„%1“ wurde nicht gespeichert, weil ein anderes Programm die Datei inzwischen geändert hat. Speichern Sie unter einem anderen Namen, oder speichern Sie noch einmal, um sie zu ersetzen.</translation>
    </message>
</context>
<context>
    <name>latchkey::SubscriptionDialog</name>
    <message>
        <source>Subscribe to a catalogue</source>
        <translation>Katalog abonnieren</translation>
    </message>
    <message>
        <source>Edit catalogue “%1”</source>
        <translation>Katalog „%1“ bearbeiten</translation>
    </message>
    <message>
        <source>A file of profiles that somebody maintains for all of you. It is asked for every hour, and a copy stays here for when it cannot be reached.</source>
        <translation>Eine Datei mit Profilen, die jemand für alle pflegt. Sie wird stündlich abgefragt, und eine Kopie bleibt hier für den Fall, dass sie nicht erreichbar ist.</translation>
    </message>
    <message>
        <source>the name of its folder, such as “Team”</source>
        <translation>der Name des Ordners, etwa „Team“</translation>
    </message>
    <message>
        <source>https://… or the path of a file</source>
        <translation>https://… oder der Pfad einer Datei</translation>
    </message>
    <message>
        <source>Sign in to the web server with a &amp;Kerberos ticket, if it asks for one</source>
        <translation>Am Webserver mit einem &amp;Kerberos-Ticket anmelden, wenn er danach fragt</translation>
    </message>
    <message>
        <source>the system’s authorities</source>
        <translation>die des Systems</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>&amp;Adresse</translation>
    </message>
    <message>
        <source>Choose a file of profiles</source>
        <translation>Datei mit Profilen wählen</translation>
    </message>
    <message>
        <source>Au&amp;thorities</source>
        <translation>Zer&amp;tifizierungsstellen</translation>
    </message>
    <message>
        <source>Choose a PEM file</source>
        <translation>PEM-Datei wählen</translation>
    </message>
    <message>
        <source>Trust it with</source>
        <translation>Ihm anvertrauen</translation>
    </message>
    <message>
        <source>Subscribe</source>
        <translation>Abonnieren</translation>
    </message>
    <message>
        <source>Save catalogue</source>
        <translation>Katalog speichern</translation>
    </message>
    <message>
        <source>Asking for the catalogue…</source>
        <translation>Der Katalog wird abgefragt…</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Authorities</source>
        <translation>Zertifizierungsstellen</translation>
    </message>
    <message>
        <source>whoever is signed in</source>
        <translation>wer gerade angemeldet ist</translation>
    </message>
    <message>
        <source>&amp;Principal</source>
        <translation>&amp;Principal</translation>
    </message>
</context>
<context>
    <name>latchkey::TeamCatalogues</name>
    <message>
        <source>The catalogue “%1” could not be refreshed: %2 Its profiles stay as they were.</source>
        <translation>Der Katalog „%1“ konnte nicht aktualisiert werden: %2 Seine Profile bleiben, wie sie waren.</translation>
    </message>
</context>
<context>
    <name>latchkey::TerminalClient</name>
    <message>
        <source>No terminal was found to open “%1” in. Install one, name it in the variable TERMINAL, or copy the command and run it where you like.</source>
        <translation>Zum Öffnen von „%1“ wurde kein Terminal gefunden. Installieren Sie eines, nennen Sie es in der Variablen TERMINAL, oder kopieren Sie den Befehl und führen Sie ihn aus, wo Sie möchten.</translation>
    </message>
    <message>
        <source>Press Enter to close this window.</source>
        <translation>Mit der Eingabetaste wird dieses Fenster geschlossen.</translation>
    </message>
    <message>
        <source>The terminal “%1” could not be started. Check the variable TERMINAL, or install another one.</source>
        <translation>Das Terminal „%1“ ließ sich nicht starten. Prüfen Sie die Variable TERMINAL, oder installieren Sie ein anderes.</translation>
    </message>
    <message>
        <source>“%1” is opened in a terminal.</source>
        <translation>„%1“ wird in einem Terminal geöffnet.</translation>
    </message>
</context>
<context>
    <name>latchkey::TicketDetail</name>
    <message>
        <source>Details of the chosen ticket</source>
        <translation>Einzelheiten des gewählten Tickets</translation>
    </message>
    <message>
        <source>This encryption can be broken. The realm’s administrator can give the account AES keys.</source>
        <translation>Diese Verschlüsselung kann gebrochen werden. Die Administration des Realms kann dem Konto AES-Schlüssel geben.</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>Issued for</source>
        <translation>Ausgestellt für</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Realms</source>
        <translation>Realms</translation>
    </message>
    <message>
        <source>Valid from</source>
        <translation>Gültig ab</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Läuft ab</translation>
    </message>
    <message>
        <source>Renew until</source>
        <translation>Erneuerbar bis</translation>
    </message>
    <message>
        <source>Flags</source>
        <translation>Flags</translation>
    </message>
    <message>
        <source>Session key</source>
        <translation>Sitzungsschlüssel</translation>
    </message>
    <message>
        <source>Ticket key</source>
        <translation>Ticketschlüssel</translation>
    </message>
    <message>
        <source>Key version</source>
        <translation>Schlüsselversion</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message numerus="yes">
        <source>%n byte(s)</source>
        <translation>
            <numerusform>%n Byte</numerusform>
            <numerusform>%n Byte</numerusform>
        </translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>Adressen</translation>
    </message>
    <message>
        <source>any</source>
        <translation>beliebig</translation>
    </message>
    <message>
        <source>Principal</source>
        <translation>Principal</translation>
    </message>
    <message>
        <source>Cache</source>
        <translation>Cache</translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation>Tickets</translation>
    </message>
    <message>
        <source>Used by</source>
        <translation>Verwendet von</translation>
    </message>
    <message>
        <source>this and other programs, when none is named</source>
        <translation>diesem und anderen Programmen, wenn keiner genannt ist</translation>
    </message>
    <message>
        <source>Latchkey only</source>
        <translation>nur Latchkey</translation>
    </message>
    <message>
        <source>programs that name it</source>
        <translation>Programmen, die ihn nennen</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>Password expires</source>
        <translation>Passwort läuft ab</translation>
    </message>
    <message>
        <source>Next renewal</source>
        <translation>Nächste Erneuerung</translation>
    </message>
    <message>
        <source>Not renewed</source>
        <translation>Nicht erneuert</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>Signs in again</source>
        <translation>Neue Anmeldung</translation>
    </message>
    <message>
        <source>Configuration</source>
        <translation>Konfiguration</translation>
    </message>
</context>
<context>
    <name>latchkey::TicketModel</name>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
    <message>
        <source>Expired %1</source>
        <translation>Abgelaufen seit %1</translation>
    </message>
    <message>
        <source>Ticket for %1, %2</source>
        <translation>Ticket für %1, %2</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>Unreadable cache</source>
        <translation>Unlesbarer Cache</translation>
    </message>
    <message>
        <source>Empty cache</source>
        <translation>Leerer Cache</translation>
    </message>
    <message>
        <source>Default cache %1 of %2</source>
        <translation>Standard-Cache %1 von %2</translation>
    </message>
    <message>
        <source>Cache %1 of %2</source>
        <translation>Cache %1 von %2</translation>
    </message>
    <message>
        <source>Configuration entry %1: %2</source>
        <translation>Konfigurationseintrag %1: %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Valid from</source>
        <translation>Gültig ab</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Läuft ab</translation>
    </message>
    <message>
        <source>Renew until</source>
        <translation>Erneuerbar bis</translation>
    </message>
    <message>
        <source>Remaining</source>
        <translation>Verbleibend</translation>
    </message>
    <message>
        <source>Flags</source>
        <translation>Flags</translation>
    </message>
    <message>
        <source>Session key</source>
        <translation>Sitzungsschlüssel</translation>
    </message>
    <message>
        <source>Ticket key</source>
        <translation>Ticketschlüssel</translation>
    </message>
    <message>
        <source>Key version</source>
        <translation>Schlüsselversion</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Realms</source>
        <translation>Realms</translation>
    </message>
</context>
<context>
    <name>latchkey::TicketPanel</name>
    <message>
        <source>No tickets</source>
        <translation>Keine Tickets</translation>
    </message>
    <message>
        <source>Sign in once: the ticket opens every connection of that identity.</source>
        <translation>Melden Sie sich einmal an: Das Ticket öffnet alle Verbindungen dieser Identität.</translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation>Anmelden…</translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation>Tickets</translation>
    </message>
    <message>
        <source>Credential caches and their tickets</source>
        <translation>Credential-Caches und ihre Tickets</translation>
    </message>
    <message>
        <source>Renew</source>
        <translation>Erneuern</translation>
    </message>
    <message>
        <source>Get a fresh ticket without the password (kinit -R)</source>
        <translation>Ein frisches Ticket ohne Passwort holen (kinit -R)</translation>
    </message>
    <message>
        <source>Make default</source>
        <translation>Als Standard</translation>
    </message>
    <message>
        <source>Other programs use this identity when none is named (kswitch)</source>
        <translation>Andere Programme verwenden diese Identität, wenn keine genannt ist (kswitch)</translation>
    </message>
    <message>
        <source>Destroy</source>
        <translation>Vernichten</translation>
    </message>
    <message>
        <source>Destroy this ticket, its cache, or all (kdestroy)</source>
        <translation>Dieses Ticket, seinen Cache oder alle vernichten (kdestroy)</translation>
    </message>
    <message>
        <source>This ticket…</source>
        <translation>Dieses Ticket…</translation>
    </message>
    <message>
        <source>This cache…</source>
        <translation>Diesen Cache…</translation>
    </message>
    <message>
        <source>All caches…</source>
        <translation>Alle Caches…</translation>
    </message>
    <message>
        <source>all credential caches</source>
        <translation>Alle Credential-Caches</translation>
    </message>
    <message>
        <source>the tickets of %1 (%2)</source>
        <translation>Die Tickets von %1 (%2)</translation>
    </message>
    <message>
        <source>the cache %1</source>
        <translation>Den Cache %1</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy as JSON</source>
        <translation>Als JSON kopieren</translation>
    </message>
    <message>
        <source>Show expired tickets</source>
        <translation>Abgelaufene Tickets zeigen</translation>
    </message>
    <message>
        <source>Show configuration entries</source>
        <translation>Konfigurationseinträge zeigen</translation>
    </message>
    <message>
        <source>What libkrb5 noted in the cache (X-CACHECONF)</source>
        <translation>Was libkrb5 im Cache vermerkt hat (X-CACHECONF)</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>the ticket for %1 (%2)</source>
        <translation>das Ticket für %1 (%2)</translation>
    </message>
    <message>
        <source>Get a ticket with a password, a keytab or a certificate (kinit)</source>
        <translation>Ein Ticket mit Passwort, Keytab oder Zertifikat holen (kinit)</translation>
    </message>
</context>
<context>
    <name>latchkey::TicketSource</name>
    <message>
        <source>The account on the server belongs to the realm %1, but you are signed in as %2. Sign in as %3@%1, or choose the matching principal in the profile.</source>
        <translation>Das Konto auf dem Server gehört zum Realm %1, Sie sind aber als %2 angemeldet. Melden Sie sich als %3@%1 an, oder wählen Sie im Profil den passenden Principal.</translation>
    </message>
</context>
<context>
    <name>latchkey::Tour</name>
    <message>
        <source>The folder %1 for the pictures cannot be made.</source>
        <translation>Der Ordner %1 für die Bilder kann nicht angelegt werden.</translation>
    </message>
    <message>
        <source>The picture %1.png cannot be written to %2.</source>
        <translation>Das Bild %1.png kann nicht in %2 geschrieben werden.</translation>
    </message>
    <message>
        <source>The tour waited in vain; the window as it is now is in late.png.</source>
        <translation>Der Rundgang hat vergeblich gewartet; das Fenster, wie es jetzt ist, steht in late.png.</translation>
    </message>
</context>
<context>
    <name>latchkey::TransactionBar</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Autocommit</source>
        <translation>Autocommit</translation>
    </message>
    <message>
        <source>Begin a transaction</source>
        <translation>Transaktion beginnen</translation>
    </message>
    <message>
        <source>Commit</source>
        <translation>Festschreiben</translation>
    </message>
    <message>
        <source>Roll back</source>
        <translation>Zurückrollen</translation>
    </message>
    <message>
        <source>Autocommit can be switched when the transaction is over: switching it on would commit.</source>
        <translation>Autocommit lässt sich umschalten, sobald die Transaktion beendet ist: Einschalten würde sie festschreiben.</translation>
    </message>
    <message>
        <source>Each statement is committed by itself. Click to decide yourself.</source>
        <translation>Jede Anweisung wird für sich festgeschrieben. Klicken, um selbst zu entscheiden.</translation>
    </message>
    <message>
        <source>Nothing is committed until you commit. Click to commit each statement by itself.</source>
        <translation>Nichts wird festgeschrieben, bis Sie es tun. Klicken, um jede Anweisung für sich festzuschreiben.</translation>
    </message>
</context>
<context>
    <name>latchkey::TrayIcon</name>
    <message>
        <source>&amp;Connect to</source>
        <translation>&amp;Verbinden mit</translation>
    </message>
    <message>
        <source>Latchkey: %1</source>
        <translation>Latchkey: %1</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>&amp;Sign in…</source>
        <translation>&amp;Anmelden…</translation>
    </message>
    <message>
        <source>&amp;Renew</source>
        <translation>&amp;Erneuern</translation>
    </message>
    <message>
        <source>&amp;Destroy tickets…</source>
        <translation>&amp;Tickets vernichten…</translation>
    </message>
    <message>
        <source>&amp;Hide window</source>
        <translation>Fenster ver&amp;bergen</translation>
    </message>
    <message>
        <source>S&amp;how window</source>
        <translation>Fenster &amp;zeigen</translation>
    </message>
    <message>
        <source>S&amp;ettings…</source>
        <translation>E&amp;instellungen…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>Been&amp;den</translation>
    </message>
</context>
<context>
    <name>latchkey::TrayState</name>
    <message>
        <source>The ticket of %1 expires at %2.</source>
        <translation>Das Ticket von %1 läuft um %2 ab.</translation>
    </message>
    <message>
        <source>Nobody is signed in.</source>
        <translation>Niemand ist angemeldet.</translation>
    </message>
    <message>
        <source>The ticket of %1 is being renewed.</source>
        <translation>Das Ticket von %1 wird erneuert.</translation>
    </message>
    <message>
        <source>The ticket of %1 has expired.</source>
        <translation>Das Ticket von %1 ist abgelaufen.</translation>
    </message>
    <message>
        <source>%1 is signed in until %2.</source>
        <translation>%1 ist bis %2 angemeldet.</translation>
    </message>
    <message>
        <source>no ticket-granting ticket</source>
        <translation>kein Ticket-Granting-Ticket</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>bis %1</translation>
    </message>
    <message>
        <source>expired %1</source>
        <translation>abgelaufen %1</translation>
    </message>
</context>
<context>
    <name>latchkey::ValueViewer</name>
    <message>
        <source>Show more</source>
        <translation>Mehr zeigen</translation>
    </message>
    <message>
        <source>Wrap lines</source>
        <translation>Zeilen umbrechen</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Choose a cell to see its value.</source>
        <translation>Wählen Sie eine Zelle, um ihren Wert zu sehen.</translation>
    </message>
    <message>
        <source>How the value is shown</source>
        <translation>Darstellung des Wertes</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>The value is NULL.</source>
        <translation>Der Wert ist NULL.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, the first %2 are shown</source>
        <translation>%1, die ersten %2 werden gezeigt</translation>
    </message>
    <message>
        <source>Reading the picture…</source>
        <translation>Das Bild wird gelesen …</translation>
    </message>
    <message>
        <source>%1, %2 × %3 pixels</source>
        <translation>%1, %2 × %3 Pixel</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Hexadecimal</source>
        <translation>Hexadezimal</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>The value is being read from the disk…</source>
        <translation>Der Wert wird von der Platte gelesen…</translation>
    </message>
</context>
<context>
    <name>latchkey::ValuesPage</name>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Variables</source>
        <translation>Variablen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Since the last look</source>
        <translation>Seit dem letzten Blick</translation>
    </message>
    <message>
        <source>Changed from</source>
        <translation>Geändert von</translation>
    </message>
    <message>
        <source>to read the server’s state</source>
        <translation>den Zustand des Servers zu lesen</translation>
    </message>
    <message numerus="yes">
        <source>%n value(s)</source>
        <translation>
            <numerusform>%n Wert</numerusform>
            <numerusform>%n Werte</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · read at %2</source>
        <translation>%1 · gelesen um %2</translation>
    </message>
    <message>
        <source>%1 · %2 · read at %3</source>
        <translation>%1 · %2 · gelesen um %3</translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%n geändert</numerusform>
            <numerusform>%n geändert</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>latchkey::WaitingRow</name>
    <message>
        <source>Asking the realm’s KDC…</source>
        <translation>Warten auf den KDC des Realms…</translation>
    </message>
    <message>
        <source>Asking the KDC of %1…</source>
        <translation>Warten auf den KDC von %1…</translation>
    </message>
</context>
<context>
    <name>latchkey::Workbench</name>
    <message>
        <source>Views of the server</source>
        <translation>Ansichten des Servers</translation>
    </message>
    <message>
        <source>Schema</source>
        <translation>Schema</translation>
    </message>
    <message>
        <source>Show or hide the schema (Ctrl+3)</source>
        <translation>Schema zeigen oder verbergen (Strg+3)</translation>
    </message>
    <message>
        <source>Explain</source>
        <translation>Erklären</translation>
    </message>
    <message>
        <source>Show how the server would run the statement (Ctrl+Shift+E)</source>
        <translation>Zeigen, wie der Server die Anweisung ausführen würde (Strg+Umschalt+E)</translation>
    </message>
    <message>
        <source>There is no statement here whose plan a server shows: put the cursor into a SELECT, INSERT, UPDATE or DELETE.</source>
        <translation>Hier steht keine Anweisung, deren Plan ein Server zeigt: Setzen Sie den Cursor in ein SELECT, INSERT, UPDATE oder DELETE.</translation>
    </message>
    <message>
        <source>Complete while typing</source>
        <translation>Beim Tippen vervollständigen</translation>
    </message>
    <message>
        <source>Completion</source>
        <translation>Ergänzung</translation>
    </message>
    <message>
        <source>A server plans with values, and %1 has none here: write one in its place, then explain the statement.</source>
        <translation>Ein Server plant mit Werten, und %1 hat hier keinen: Schreiben Sie einen an seine Stelle, und lassen Sie dann die Anweisung erklären.</translation>
    </message>
</context>
<context>
    <name>latchkey::cli::Text</name>
    <message>
        <source>Print data as JSON.</source>
        <translation>Daten als JSON ausgeben.</translation>
    </message>
    <message>
        <source>Say what is done, and the details of errors.</source>
        <translation>Sagen, was getan wird, und Fehler mit Details melden.</translation>
    </message>
    <message>
        <source>Print this help.</source>
        <translation>Diese Hilfe ausgeben.</translation>
    </message>
    <message>
        <source>latchkey-cli: Kerberos single sign-on for MySQL-family servers, without a display.</source>
        <translation>latchkey-cli: Kerberos-Single-Sign-on für Server der MySQL-Familie, ohne Bildschirm.</translation>
    </message>
    <message>
        <source>“latchkey-cli COMMAND --help” tells more about a command. The manual page latchkey-cli(1) lists the exit codes.</source>
        <translation>„latchkey-cli COMMAND --help“ sagt mehr über einen Befehl. Die Handbuchseite latchkey-cli(1) nennt die Exit-Codes.</translation>
    </message>
    <message>
        <source>Signed in as %1 until %2, in %3.</source>
        <translation>Angemeldet als %1 bis %2, in %3.</translation>
    </message>
    <message>
        <source>Nobody is signed in. Sign in with “latchkey-cli sign-in PRINCIPAL”.</source>
        <translation>Niemand ist angemeldet. Melden Sie sich mit „latchkey-cli sign-in PRINCIPAL“ an.</translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) destroyed.</source>
        <translation>
            <numerusform>%n Ticket vernichtet.</numerusform>
            <numerusform>%n Tickets vernichtet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cache(s) destroyed.</source>
        <translation>
            <numerusform>%n Cache vernichtet.</numerusform>
            <numerusform>%n Caches vernichtet.</numerusform>
        </translation>
    </message>
    <message>
        <source>Sign in with a key from this file.</source>
        <translation>Mit einem Schlüssel aus dieser Datei anmelden.</translation>
    </message>
    <message>
        <source>Every cache with all its tickets.</source>
        <translation>Alle Caches mit allen ihren Tickets.</translation>
    </message>
    <message>
        <source>This cache, as “tickets” names it.</source>
        <translation>Dieser Cache, wie „tickets“ ihn nennt.</translation>
    </message>
    <message>
        <source>Use it as: latchkey-cli %1 %2</source>
        <translation>So wird es verwendet: latchkey-cli %1 %2</translation>
    </message>
    <message>
        <source>Say what to do; “latchkey-cli --help” lists the commands.</source>
        <translation>Sagen Sie, was zu tun ist; „latchkey-cli --help“ listet die Befehle auf.</translation>
    </message>
    <message>
        <source>There is no command “%1”; “latchkey-cli --help” lists them.</source>
        <translation>Es gibt keinen Befehl „%1“; „latchkey-cli --help“ listet sie auf.</translation>
    </message>
    <message>
        <source>The output could not be written (%1). Check the disk’s free space.</source>
        <translation>Die Ausgabe konnte nicht geschrieben werden (%1). Prüfen Sie den freien Speicherplatz.</translation>
    </message>
    <message>
        <source>not offered</source>
        <translation>nicht angeboten</translation>
    </message>
    <message>
        <source>offered, not used</source>
        <translation>angeboten, nicht genutzt</translation>
    </message>
    <message>
        <source>%1, verified</source>
        <translation>%1, geprüft</translation>
    </message>
    <message>
        <source>%1, not verified: %2</source>
        <translation>%1, nicht geprüft: %2</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Account asked for</source>
        <translation>Angefragtes Konto</translation>
    </message>
    <message>
        <source>Plugin</source>
        <translation>Plugin</translation>
    </message>
    <message>
        <source>SPN</source>
        <translation>SPN</translation>
    </message>
    <message>
        <source>Realm</source>
        <translation>Realm</translation>
    </message>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Zertifikat</translation>
    </message>
    <message>
        <source>Issued by</source>
        <translation>Ausgestellt von</translation>
    </message>
    <message>
        <source>Certificate ends</source>
        <translation>Zertifikat endet</translation>
    </message>
    <message>
        <source>(whoever is signed in)</source>
        <translation>(wer gerade angemeldet ist)</translation>
    </message>
    <message>
        <source>The profile needs a name.</source>
        <translation>Das Profil braucht einen Namen.</translation>
    </message>
    <message>
        <source>“%1” is no choice for --%2: use one of %3.</source>
        <translation>„%1“ ist kein Wert für --%2: Verwenden Sie einen von %3.</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>PROFILE</source>
        <translation>PROFIL</translation>
    </message>
    <message>
        <source>ENDPOINT</source>
        <translation>ENDPUNKT</translation>
    </message>
    <message>
        <source>AUTHENTICATION</source>
        <translation>AUTHENTIFIZIERUNG</translation>
    </message>
    <message>
        <source>IDENTITY</source>
        <translation>IDENTITÄT</translation>
    </message>
    <message>
        <source>There is no profile yet. Add one with “latchkey-cli profiles add NAME --host HOST”.</source>
        <translation>Es gibt noch kein Profil. Legen Sie eines mit „latchkey-cli profiles add NAME --host HOST“ an.</translation>
    </message>
    <message>
        <source>Host name or address of the server.</source>
        <translation>Rechnername oder Adresse des Servers.</translation>
    </message>
    <message>
        <source>Port of the server; 3306 if not given.</source>
        <translation>Port des Servers; ohne Angabe 3306.</translation>
    </message>
    <message>
        <source>Database user; the user part of the principal if not given.</source>
        <translation>Datenbankbenutzer; ohne Angabe der Benutzerteil des Principals.</translation>
    </message>
    <message>
        <source>Whose ticket is used; whoever is signed in if not given.</source>
        <translation>Wessen Ticket verwendet wird; ohne Angabe das der gerade angemeldeten Person.</translation>
    </message>
    <message>
        <source>Keytab that signs the principal in.</source>
        <translation>Keytab, mit der sich der Principal anmeldet.</translation>
    </message>
    <message>
        <source>Authorities that certificates are verified with (PEM).</source>
        <translation>Zertifizierungsstellen, mit denen Zertifikate geprüft werden (PEM).</translation>
    </message>
    <message>
        <source>The only service principal name that is accepted.</source>
        <translation>Der einzige Service-Principal-Name, der angenommen wird.</translation>
    </message>
    <message>
        <source>Default schema.</source>
        <translation>Standardschema.</translation>
    </message>
    <message>
        <source>Sessions cannot write.</source>
        <translation>Sitzungen können nicht schreiben.</translation>
    </message>
    <message>
        <source>Sessions can write.</source>
        <translation>Sitzungen können schreiben.</translation>
    </message>
    <message>
        <source>Colour of the profile, #rrggbb.</source>
        <translation>Farbe des Profils, #rrggbb.</translation>
    </message>
    <message>
        <source>Whatever should be remembered.</source>
        <translation>Was man sich merken möchte.</translation>
    </message>
    <message>
        <source>The new name, with folders.</source>
        <translation>Der neue Name, mit Ordnern.</translation>
    </message>
    <message>
        <source>Give --json or another --format, not both.</source>
        <translation>Geben Sie --json oder ein anderes --format an, nicht beides.</translation>
    </message>
    <message>
        <source>Password of %1 at %2: </source>
        <translation>Passwort von %1 auf %2: </translation>
    </message>
    <message>
        <source>Looking the host up …</source>
        <translation>Rechnername wird nachgeschlagen …</translation>
    </message>
    <message>
        <source>Connecting …</source>
        <translation>Verbindung wird aufgebaut …</translation>
    </message>
    <message>
        <source>Setting up TLS …</source>
        <translation>TLS wird eingerichtet …</translation>
    </message>
    <message>
        <source>Getting a ticket …</source>
        <translation>Ticket wird geholt …</translation>
    </message>
    <message>
        <source>Authenticating …</source>
        <translation>Authentifizierung läuft …</translation>
    </message>
    <message>
        <source>If you know that the new name is right, accept it with “latchkey-cli profiles edit &quot;%1&quot; --spn NEW-NAME”.</source>
        <translation>Wenn Sie wissen, dass der neue Name stimmt, nehmen Sie ihn mit „latchkey-cli profiles edit &quot;%1&quot; --spn NEUER-NAME“ an.</translation>
    </message>
    <message>
        <source>The server’s service principal name could not be pinned in the profile: %1</source>
        <translation>Der Service-Principal-Name des Servers konnte nicht im Profil festgehalten werden: %1</translation>
    </message>
    <message>
        <source>From now on the profile “%1” accepts only the service principal name %2, which this verified server named.</source>
        <translation>Von jetzt an nimmt das Profil „%1“ nur noch den Service-Principal-Namen %2 an, den dieser geprüfte Server genannt hat.</translation>
    </message>
    <message>
        <source>%1 row(s), %2 warning(s), %3 ms</source>
        <translation>%1 Zeile(n), %2 Warnung(en), %3 ms</translation>
    </message>
    <message>
        <source>Print no line with the columns’ names.</source>
        <translation>Keine Zeile mit den Spaltennamen ausgeben.</translation>
    </message>
    <message>
        <source>Read the password of a profile with a password from the first line of standard input.</source>
        <translation>Das Passwort für ein Profil mit Passwort aus der ersten Zeile der Standardeingabe lesen.</translation>
    </message>
    <message>
        <source>The password is longer than 4096 bytes. Check that the right file is given.</source>
        <translation>Das Passwort ist länger als 4096 Bytes. Prüfen Sie, ob die richtige Datei angegeben ist.</translation>
    </message>
    <message>
        <source>The password is empty.</source>
        <translation>Das Passwort ist leer.</translation>
    </message>
    <message>
        <source>List the saved connections.</source>
        <translation>Die gespeicherten Verbindungen auflisten.</translation>
    </message>
    <message>
        <source>Print every field of a profile.</source>
        <translation>Alle Felder eines Profils ausgeben.</translation>
    </message>
    <message>
        <source>Save a new connection. A slash in NAME makes folders.</source>
        <translation>Eine neue Verbindung speichern. Ein Schrägstrich in NAME legt Ordner an.</translation>
    </message>
    <message>
        <source>Change what the options name, and nothing else. An empty value is the default.</source>
        <translation>Ändern, was die Optionen nennen, und sonst nichts. Ein leerer Wert steht für die Vorgabe.</translation>
    </message>
    <message>
        <source>Remove profiles.</source>
        <translation>Profile entfernen.</translation>
    </message>
    <message>
        <source>List every credential cache with its tickets.</source>
        <translation>Alle Credential-Caches mit ihren Tickets auflisten.</translation>
    </message>
    <message>
        <source>Get a ticket-granting ticket, as kinit does; no other principal’s cache is touched.</source>
        <translation>Ein Ticket-Granting-Ticket holen, wie kinit; der Cache eines anderen Principals wird nie angerührt.</translation>
    </message>
    <message>
        <source>Destroy tickets, as kdestroy does: the default cache if nothing is named.</source>
        <translation>Tickets vernichten, wie kdestroy: den Standard-Cache, wenn nichts genannt ist.</translation>
    </message>
    <message>
        <source>Run statements and print their rows.</source>
        <translation>Anweisungen ausführen und ihre Zeilen ausgeben.</translation>
    </message>
    <message>
        <source>Print what the server says of itself without a ticket and without logging in.</source>
        <translation>Ausgeben, was der Server ohne Ticket und ohne Anmeldung über sich verrät.</translation>
    </message>
    <message>
        <source>List whose passwords the desktop’s keychain remembers for Latchkey.</source>
        <translation>Auflisten, wessen Passwörter sich der Schlüsselbund des Desktops für Latchkey merkt.</translation>
    </message>
    <message>
        <source>Remove a password from the desktop’s keychain.</source>
        <translation>Ein Passwort aus dem Schlüsselbund des Desktops entfernen.</translation>
    </message>
    <message>
        <source>What libkrb5 noted in the caches too (configuration entries).</source>
        <translation>Auch, was libkrb5 in den Caches vermerkt hat (Konfigurationseinträge).</translation>
    </message>
    <message>
        <source>Only tickets that have not expired.</source>
        <translation>Nur Tickets, die nicht abgelaufen sind.</translation>
    </message>
    <message>
        <source>Use the password that the desktop’s keychain remembers; if there is none, ask for it and let the keychain remember it once it has worked.</source>
        <translation>Das Passwort verwenden, das sich der Schlüsselbund des Desktops gemerkt hat; gibt es keines, danach fragen und es dem Schlüsselbund übergeben, sobald es sich bewährt hat.</translation>
    </message>
    <message>
        <source>No password is remembered. “latchkey-cli sign-in PRINCIPAL --keychain” remembers one.</source>
        <translation>Es ist kein Passwort gemerkt. „latchkey-cli sign-in PRINCIPAL --keychain“ merkt sich eines.</translation>
    </message>
    <message>
        <source>The password of %1 is forgotten.</source>
        <translation>Das gemerkte Passwort von %1 wurde gelöscht.</translation>
    </message>
    <message>
        <source>No password of %1 was remembered.</source>
        <translation>Von %1 war kein Passwort gemerkt.</translation>
    </message>
    <message>
        <source>Change a password, as kpasswd does: of whoever is signed in if nobody is named.</source>
        <translation>Ein Passwort ändern, wie kpasswd: das der gerade angemeldeten Person, wenn niemand genannt ist.</translation>
    </message>
    <message>
        <source>Renew a ticket-granting ticket, as kinit -R does, or keep tickets renewed, as krenew does.</source>
        <translation>Ein Ticket-Granting-Ticket erneuern, wie kinit -R, oder Tickets laufend erneuern, wie krenew.</translation>
    </message>
    <message>
        <source>Print krb5.conf as libkrb5 sees it.</source>
        <translation>Die krb5.conf ausgeben, wie libkrb5 sie sieht.</translation>
    </message>
    <message>
        <source>Look for what is wrong with the realms, and ask their KDCs.</source>
        <translation>Nachsehen, was an den Realms nicht stimmt, und ihre KDCs fragen.</translation>
    </message>
    <message>
        <source>Change Latchkey’s own part of krb5.conf; without --write, print how.</source>
        <translation>Latchkeys eigenen Teil der krb5.conf ändern; ohne --write nur ausgeben, wie.</translation>
    </message>
    <message>
        <source>Print them again whenever something changes, until Ctrl+C; with --json one line each time.</source>
        <translation>Sie bei jeder Änderung erneut ausgeben, bis Strg+C gedrückt wird; mit --json jedes Mal eine Zeile.</translation>
    </message>
    <message>
        <source>Go on renewing whenever half of a ticket’s time is over, until a signal comes or COMMAND, if one is given, has ended.</source>
        <translation>Immer wieder erneuern, wenn die halbe Zeit eines Tickets vorbei ist, bis ein Signal kommt oder COMMAND, falls angegeben, beendet ist.</translation>
    </message>
    <message>
        <source>With --daemon: keep the process number in this file.</source>
        <translation>Mit --daemon: Die Prozessnummer in dieser Datei festhalten.</translation>
    </message>
    <message>
        <source>New password: </source>
        <translation>Neues Passwort: </translation>
    </message>
    <message>
        <source>New password again: </source>
        <translation>Neues Passwort noch einmal: </translation>
    </message>
    <message>
        <source>The two new passwords differ. Type them again.</source>
        <translation>Die beiden neuen Passwörter sind verschieden. Geben Sie sie erneut ein.</translation>
    </message>
    <message>
        <source>Password of %1: </source>
        <translation>Passwort von %1: </translation>
    </message>
    <message>
        <source>The new password is missing: --password-stdin takes the present password from the first line and the new one from the second.</source>
        <translation>Das neue Passwort fehlt: --password-stdin nimmt das bisherige Passwort aus der ersten Zeile und das neue aus der zweiten.</translation>
    </message>
    <message>
        <source>The password of %1 is changed.</source>
        <translation>Das Passwort von %1 ist geändert.</translation>
    </message>
    <message>
        <source>Read the present password from the first line of standard input and the new one from the second.</source>
        <translation>Das bisherige Passwort aus der ersten Zeile der Standardeingabe lesen und das neue aus der zweiten.</translation>
    </message>
    <message>
        <source>The file “%1” for the process number cannot be written (%2). Check the folder and its permissions.</source>
        <translation>Die Datei „%1“ für die Prozessnummer kann nicht geschrieben werden (%2). Prüfen Sie den Ordner und seine Zugriffsrechte.</translation>
    </message>
    <message>
        <source>Another renewal is running with the file “%1”. End that one first, or name another file.</source>
        <translation>Mit der Datei „%1“ läuft schon eine andere Erneuerung. Beenden Sie zuerst jene, oder nennen Sie eine andere Datei.</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Nothing is wrong with %1.</source>
        <translation>An %1 ist nichts auszusetzen.</translation>
    </message>
    <message numerus="yes">
        <source>%n error(s) in the realms’ configuration.</source>
        <translation>
            <numerusform>%n Fehler in der Konfiguration der Realms.</numerusform>
            <numerusform>%n Fehler in der Konfiguration der Realms.</numerusform>
        </translation>
    </message>
    <message>
        <source>--default-realm takes users, directory or unchanged.</source>
        <translation>--default-realm nimmt users, directory oder unchanged.</translation>
    </message>
    <message>
        <source>Give --aurora DOMAIN or --remove.</source>
        <translation>Geben Sie --aurora DOMAIN oder --remove an.</translation>
    </message>
    <message>
        <source>“%1” says this already.</source>
        <translation>„%1“ sagt das bereits.</translation>
    </message>
    <message>
        <source>“%1” is changed. Latchkey’s programs read it in front of the system’s krb5.conf.</source>
        <translation>„%1“ ist geändert. Latchkeys Programme lesen diese Datei vor der krb5.conf des Systems.</translation>
    </message>
    <message>
        <source>“%1” is not changed yet; --write does it.</source>
        <translation>„%1“ ist noch nicht geändert; das tut --write.</translation>
    </message>
    <message>
        <source>Every realm of krb5.conf, not only the default one and those that matter to whoever is signed in.</source>
        <translation>Alle Realms der krb5.conf, nicht nur der Standard-Realm und die, auf die es für die angemeldeten Personen ankommt.</translation>
    </message>
    <message>
        <source>The DNS domain of the AWS Managed Microsoft AD that the clusters are in.</source>
        <translation>Die DNS-Domäne des AWS Managed Microsoft AD, dem die Cluster angehören.</translation>
    </message>
    <message>
        <source>A domain controller of that directory, if its domain’s name does not lead to one. May be repeated.</source>
        <translation>Ein Domänencontroller dieses Verzeichnisses, wenn der Name der Domäne zu keinem führt. Darf mehrfach angegeben werden.</translation>
    </message>
    <message>
        <source>The DNS domain of the directory whose users come over a trust.</source>
        <translation>Die DNS-Domäne des Verzeichnisses, dessen Benutzer über eine Vertrauensstellung kommen.</translation>
    </message>
    <message>
        <source>A domain controller of the directory on premises. May be repeated.</source>
        <translation>Ein Domänencontroller des lokalen Verzeichnisses. Darf mehrfach angegeben werden.</translation>
    </message>
    <message>
        <source>The realm of names without one: that of the users (if not given), of the directory, or unchanged.</source>
        <translation>Der Realm für Namen ohne Realm: der der Benutzer (users, ohne Angabe), der des Verzeichnisses (directory) oder der bisherige (unchanged).</translation>
    </message>
    <message>
        <source>Remove Latchkey’s own part of krb5.conf.</source>
        <translation>Latchkeys eigenen Teil der krb5.conf entfernen.</translation>
    </message>
    <message>
        <source>Change the file, rather than only print how it would change.</source>
        <translation>Die Datei ändern, statt nur auszugeben, wie sie sich ändern würde.</translation>
    </message>
    <message>
        <source>No ticket is left that can be renewed. Sign in with “latchkey-cli sign-in PRINCIPAL --renewable 7d”.</source>
        <translation>Es ist kein Ticket übrig, das erneuert werden kann. Melden Sie sich mit „latchkey-cli sign-in PRINCIPAL --renewable 7d“ an.</translation>
    </message>
    <message>
        <source>The ticket of %1 in %2 ends at %3.</source>
        <translation>Das Ticket von %1 in %2 gilt bis %3.</translation>
    </message>
    <message>
        <source>The tickets in %1 are gone.</source>
        <translation>Die Tickets in %1 sind nicht mehr da.</translation>
    </message>
    <message>
        <source>The ticket of %1 in %2 is renewed until %3.</source>
        <translation>Das Ticket von %1 in %2 ist erneuert und gilt bis %3.</translation>
    </message>
    <message>
        <source>The ticket in %1 was not renewed.</source>
        <translation>Das Ticket in %1 wurde nicht erneuert.</translation>
    </message>
    <message>
        <source>The ticket of %1 ends at %2. Sign in again before that.</source>
        <translation>Das Ticket von %1 gilt bis %2. Melden Sie sich vorher erneut an.</translation>
    </message>
    <message>
        <source>The command “%1” cannot be started. Check its name and its permissions.</source>
        <translation>Der Befehl „%1“ kann nicht gestartet werden. Prüfen Sie seinen Namen und seine Zugriffsrechte.</translation>
    </message>
    <message>
        <source>It is being renewed.</source>
        <translation>Es wird gerade erneuert.</translation>
    </message>
    <message>
        <source>It is to be renewed at %1.</source>
        <translation>Nächste Erneuerung: %1.</translation>
    </message>
    <message>
        <source>It cannot be renewed any more.</source>
        <translation>Es kann nicht mehr erneuert werden.</translation>
    </message>
    <message>
        <source>Give %1 or %2, not both.</source>
        <translation>Geben Sie %1 oder %2 an, nicht beides.</translation>
    </message>
    <message>
        <source>Give --anchors together with --certificate.</source>
        <translation>Geben Sie --anchors nur zusammen mit --certificate an.</translation>
    </message>
    <message>
        <source>Give --lifetime more than nothing, such as 10h.</source>
        <translation>Geben Sie für --lifetime mehr als null an, etwa 10h.</translation>
    </message>
    <message>
        <source>Sign in with a certificate or smart card (PKINIT): FILE:cert.pem,key.pem, PKCS12:file, DIR:folder or PKCS11:module.</source>
        <translation>Mit einem Zertifikat oder einer Smartcard anmelden (PKINIT): FILE:cert.pem,key.pem, PKCS12:Datei, DIR:Ordner oder PKCS11:Modul.</translation>
    </message>
    <message>
        <source>The authorities to trust with the KDC’s certificate, with --certificate: FILE:ca.pem.</source>
        <translation>Die Zertifizierungsstellen, denen beim Zertifikat des KDC vertraut wird, mit --certificate: FILE:ca.pem.</translation>
    </message>
    <message>
        <source>Read the answer to each question from a line of standard input: the password; then, if it has expired, the new one.</source>
        <translation>Die Antwort auf jede Frage aus einer Zeile der Standardeingabe lesen: das Passwort, dann, wenn es abgelaufen ist, das neue.</translation>
    </message>
    <message>
        <source>How long the ticket lives: 10h, 1d12h, 8:30.</source>
        <translation>Wie lange das Ticket gilt: 10h, 1d12h, 8:30.</translation>
    </message>
    <message>
        <source>How long it can be renewed: 7d. 0: not at all.</source>
        <translation>Wie lange es erneuert werden kann: 7d. 0: gar nicht.</translation>
    </message>
    <message>
        <source>It can be forwarded to another host.</source>
        <translation>Es kann an einen anderen Host weitergegeben werden.</translation>
    </message>
    <message>
        <source>It cannot be forwarded.</source>
        <translation>Es kann nicht weitergegeben werden.</translation>
    </message>
    <message>
        <source>Tickets for other addresses can be made from it.</source>
        <translation>Aus ihm können Tickets für andere Adressen gemacht werden.</translation>
    </message>
    <message>
        <source>No tickets for other addresses can be made from it.</source>
        <translation>Aus ihm können keine Tickets für andere Adressen gemacht werden.</translation>
    </message>
    <message>
        <source>It is good from every address.</source>
        <translation>Es gilt von jeder Adresse aus.</translation>
    </message>
    <message>
        <source>It is good from this host’s addresses only.</source>
        <translation>Es gilt nur von den Adressen dieses Hosts aus.</translation>
    </message>
    <message>
        <source>The KDC may answer with another spelling of the name.</source>
        <translation>Das KDC darf mit einer anderen Schreibweise des Namens antworten.</translation>
    </message>
    <message>
        <source>PRINCIPAL is a name that the KDC looks up (alice@corp.example.com@AWS.EXAMPLE.COM).</source>
        <translation>PRINCIPAL ist ein Name, den das KDC nachschlägt (alice@corp.example.com@AWS.EXAMPLE.COM).</translation>
    </message>
    <message>
        <source>Put the ticket into this cache, if it is empty or holds the same principal.</source>
        <translation>Das Ticket in diesen Cache legen, wenn er leer ist oder demselben Principal gehört.</translation>
    </message>
    <message>
        <source>Put it into a new cache.</source>
        <translation>Es in einen neuen Cache legen.</translation>
    </message>
    <message>
        <source>Put it into Latchkey’s own cache of the principal.</source>
        <translation>Es in Latchkeys eigenen Cache des Principals legen.</translation>
    </message>
    <message>
        <source>“%1” is asked, and there is no terminal to answer at. Give the answer on standard input with --password-stdin.</source>
        <translation>Gefragt wird „%1“, und es gibt kein Terminal für die Antwort. Geben Sie die Antwort mit --password-stdin über die Standardeingabe.</translation>
    </message>
    <message>
        <source>The terminal cannot hide what is typed. Give the answer to “%1” on standard input with --password-stdin.</source>
        <translation>Das Terminal kann die Eingabe nicht verbergen. Geben Sie die Antwort auf „%1“ mit --password-stdin über die Standardeingabe.</translation>
    </message>
    <message>
        <source>%1 cannot sign in because “%2” is asked, and standard input has no line left to answer it. Give each answer on a line of its own.</source>
        <translation>%1 kann sich nicht anmelden, weil „%2“ gefragt wird und die Standardeingabe keine Zeile mehr für die Antwort hat. Geben Sie jede Antwort in einer eigenen Zeile.</translation>
    </message>
    <message numerus="yes">
        <source>… %n more line(s): make the window larger</source>
        <translation>
            <numerusform>… %n weitere Zeile: Vergrößern Sie das Fenster</numerusform>
            <numerusform>… %n weitere Zeilen: Vergrößern Sie das Fenster</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%1 in %2</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>abgelaufen</translation>
    </message>
    <message>
        <source>Tickets at %1. Ctrl+C ends.</source>
        <translation>Tickets, Stand %1. Strg+C beendet.</translation>
    </message>
    <message>
        <source>The program “%1”, which this command needs, cannot be started (%2). Install Latchkey again.</source>
        <translation>Das Programm „%1“, das dieser Befehl braucht, lässt sich nicht starten (%2). Installieren Sie Latchkey neu.</translation>
    </message>
    <message>
        <source>%1 Left out: %2.</source>
        <translation>%1 Ausgelassen: %2.</translation>
    </message>
    <message>
        <source>Ask for the password, and have the desktop’s keychain remember it once it has worked.</source>
        <translation>Nach dem Passwort fragen und es, sobald es funktioniert hat, vom Schlüsselbund des Desktops merken lassen.</translation>
    </message>
    <message>
        <source>Take over connections from another program’s file, or Latchkey’s own.</source>
        <translation>Verbindungen aus der Datei eines anderen Programms oder einer von Latchkey übernehmen.</translation>
    </message>
    <message>
        <source>Write profiles, or all in a folder, as a file of another program.</source>
        <translation>Profile, oder alle in einem Ordner, als Datei eines anderen Programms schreiben.</translation>
    </message>
    <message>
        <source>List the last ten states of the profiles.</source>
        <translation>Die letzten zehn Stände der Profile aufzählen.</translation>
    </message>
    <message>
        <source>Make all profiles what they were in a version.</source>
        <translation>Alle Profile so machen, wie sie in einer Version waren.</translation>
    </message>
    <message>
        <source>The profile “%1” signs in with Kerberos: --%2 is for profiles with a password. Sign in with “latchkey-cli sign-in”.</source>
        <translation>Das Profil „%1“ meldet sich mit Kerberos an: --%2 ist für Profile mit Passwort. Melden Sie sich mit „latchkey-cli sign-in“ an.</translation>
    </message>
    <message>
        <source>The password was the one that the keychain remembered; it is forgotten now. Give the right one with --remember to have it remembered.</source>
        <translation>Das Passwort war das im Schlüsselbund gemerkte; es ist jetzt vergessen. Geben Sie das richtige mit --remember an, damit es gemerkt wird.</translation>
    </message>
    <message>
        <source>There is no file “%1”. Check its name.</source>
        <translation>Es gibt keine Datei „%1“. Prüfen Sie den Namen.</translation>
    </message>
    <message>
        <source>%1 new, %2 changed, %3 as they were, %4 left out.</source>
        <translation>%1 neu, %2 geändert, %3 wie zuvor, %4 ausgelassen.</translation>
    </message>
    <message>
        <source>Nothing has been saved yet (--dry-run).</source>
        <translation>Noch wurde nichts gespeichert (--dry-run).</translation>
    </message>
    <message>
        <source>%1 Allow it with --allow %2.</source>
        <translation>%1 Erlauben Sie es mit --allow %2.</translation>
    </message>
    <message>
        <source>Say in which format: --format with one of %1.</source>
        <translation>Geben Sie das Format an: --format mit einem von %1.</translation>
    </message>
    <message>
        <source>Format of the file: %1; told by its content if not given.</source>
        <translation>Format der Datei: %1; ohne Angabe am Inhalt erkannt.</translation>
    </message>
    <message>
        <source>Folder that new profiles come into.</source>
        <translation>Ordner, in den neue Profile kommen.</translation>
    </message>
    <message>
        <source>Print what would be done, and save nothing.</source>
        <translation>Ausgeben, was getan würde, und nichts speichern.</translation>
    </message>
    <message>
        <source>Take this too: %1 or all. May be repeated.</source>
        <translation>Auch das übernehmen: %1 oder all. Darf mehrfach vorkommen.</translation>
    </message>
    <message>
        <source>Format to write: %1.</source>
        <translation>Zu schreibendes Format: %1.</translation>
    </message>
    <message>
        <source>Write to this file (for you alone to read) instead of standard output.</source>
        <translation>In diese Datei schreiben (nur für Sie lesbar) statt auf die Standardausgabe.</translation>
    </message>
    <message>
        <source>“%1” is no version: give a number that “profiles versions” lists.</source>
        <translation>„%1“ ist keine Version: Geben Sie eine Nummer an, die „profiles versions“ aufzählt.</translation>
    </message>
    <message>
        <source>VERSION</source>
        <translation>VERSION</translation>
    </message>
    <message>
        <source>SAVED AT</source>
        <translation>GESPEICHERT</translation>
    </message>
    <message>
        <source>No earlier version is kept: the profiles have not been changed yet.</source>
        <translation>Es gibt keine frühere Version: Die Profile wurden noch nicht geändert.</translation>
    </message>
    <message>
        <source>Which of a cluster’s endpoints it is: %1.</source>
        <translation>Welcher Endpunkt eines Clusters es ist: %1.</translation>
    </message>
    <message>
        <source>Which credential cache is used: %1.</source>
        <translation>Welcher Credential-Cache benutzt wird: %1.</translation>
    </message>
    <message>
        <source>A krb5.conf that goes before the others.</source>
        <translation>Eine krb5.conf, die den anderen vorgeht.</translation>
    </message>
    <message>
        <source>How the account proves who it is: %1. Aurora and MySQL use kerberos, MariaDB uses gssapi.</source>
        <translation>Wie sich das Konto ausweist: %1. Aurora und MySQL benutzen kerberos, MariaDB benutzt gssapi.</translation>
    </message>
    <message>
        <source>What is demanded of the server’s certificate: %1.</source>
        <translation>Was vom Zertifikat des Servers verlangt wird: %1.</translation>
    </message>
    <message>
        <source>The oldest TLS that is accepted: %1.</source>
        <translation>Die älteste TLS-Version, die angenommen wird: %1.</translation>
    </message>
    <message>
        <source>Certificate to show to the server (PEM).</source>
        <translation>Zertifikat, das dem Server gezeigt wird (PEM).</translation>
    </message>
    <message>
        <source>Key of that certificate (PEM).</source>
        <translation>Schlüssel dieses Zertifikats (PEM).</translation>
    </message>
    <message>
        <source>How long connecting may take: 10s, 1m; 0: no limit.</source>
        <translation>Wie lange das Verbinden dauern darf: 10s, 1m; 0: unbegrenzt.</translation>
    </message>
    <message>
        <source>How long the server may be silent while a statement runs, before the session is closed; 0: no limit.</source>
        <translation>Wie lange der Server schweigen darf, während eine Anweisung läuft, bevor die Sitzung geschlossen wird; 0: unbegrenzt.</translation>
    </message>
    <message>
        <source>How long a session may be idle before the server is asked for a sign of life; 0: never.</source>
        <translation>Wie lange eine Sitzung ruhen darf, bevor der Server um ein Lebenszeichen gebeten wird; 0: nie.</translation>
    </message>
    <message>
        <source>How long a session may be idle before it is closed; 0: never.</source>
        <translation>Wie lange eine Sitzung ruhen darf, bevor sie geschlossen wird; 0: nie.</translation>
    </message>
    <message>
        <source>Character set that literals have on the server; utf8mb4 if not given.</source>
        <translation>Zeichensatz, den Literale auf dem Server haben; ohne Angabe utf8mb4.</translation>
    </message>
    <message>
        <source>The session’s time zone: +01:00, Europe/Berlin; the server’s if not given.</source>
        <translation>Zeitzone der Sitzung: +01:00, Europe/Berlin; ohne Angabe die des Servers.</translation>
    </message>
    <message>
        <source>A session variable to set; repeat it for more. NAME= takes one out of the profile.</source>
        <translation>Eine Sitzungsvariable, die gesetzt wird; für mehrere wiederholen. NAME= nimmt eine aus dem Profil.</translation>
    </message>
    <message>
        <source>A statement that sessions begin with; repeat it for more, in order.</source>
        <translation>Eine Anweisung, mit der Sitzungen beginnen; für mehrere wiederholen, der Reihe nach.</translation>
    </message>
    <message>
        <source>How careful to be: %1.</source>
        <translation>Wie vorsichtig zu sein ist: %1.</translation>
    </message>
    <message>
        <source>Whether the window asks before statements that may write: %1.</source>
        <translation>Ob das Fenster vor Anweisungen fragt, die schreiben können: %1.</translation>
    </message>
    <message>
        <source>A tag of the profile; repeat it for more.</source>
        <translation>Ein Schlagwort des Profils; für mehrere wiederholen.</translation>
    </message>
    <message>
        <source>The profile is one of the favourites.</source>
        <translation>Das Profil gehört zu den Favoriten.</translation>
    </message>
    <message>
        <source>The profile is none of the favourites.</source>
        <translation>Das Profil gehört nicht zu den Favoriten.</translation>
    </message>
    <message>
        <source>“%1” is no value for --%2: %3.</source>
        <translation>„%1“ ist kein Wert für --%2: %3.</translation>
    </message>
    <message>
        <source>“%1” is no port: --%2 wants a number from 1 to 65535.</source>
        <translation>„%1“ ist kein Port: --%2 will eine Zahl von 1 bis 65535.</translation>
    </message>
    <message>
        <source>“%1” is no value for --%2: write it as %3.</source>
        <translation>„%1“ ist kein Wert für --%2: Schreiben Sie ihn als %3.</translation>
    </message>
    <message>
        <source>Give --%1 or --%2, not both.</source>
        <translation>Geben Sie --%1 oder --%2 an, nicht beide.</translation>
    </message>
    <message>
        <source>A krb5.conf that goes before the others, for this sign-in.</source>
        <translation>Eine krb5.conf, die den anderen vorgeht, für diese Anmeldung.</translation>
    </message>
    <message>
        <source>Show the web server a ticket of the default cache, if it asks for one.</source>
        <translation>Dem Webserver ein Ticket des Standard-Caches zeigen, wenn er danach fragt.</translation>
    </message>
    <message>
        <source>Authorities that the web server is verified with (PEM).</source>
        <translation>Stellen, mit denen der Webserver geprüft wird (PEM).</translation>
    </message>
    <message>
        <source>Trust the catalogue with this too: %1 or all. May be repeated.</source>
        <translation>Dem Katalog auch hierin vertrauen: %1 oder all. Mehrfach möglich.</translation>
    </message>
    <message>
        <source>Subscribe to connections that somebody else maintains, or change how.</source>
        <translation>Verbindungen abonnieren, die jemand anders pflegt, oder ändern, wie.</translation>
    </message>
    <message>
        <source>Fetch a catalogue, or all, now.</source>
        <translation>Einen Katalog oder alle jetzt holen.</translation>
    </message>
    <message>
        <source>List the catalogues that you have subscribed to.</source>
        <translation>Die abonnierten Kataloge auflisten.</translation>
    </message>
    <message>
        <source>End a subscription; its connections are gone with it.</source>
        <translation>Ein Abonnement beenden; seine Verbindungen sind damit weg.</translation>
    </message>
    <message>
        <source>There is no catalogue “%1”; “latchkey-cli catalogue list” names those that there are.</source>
        <translation>Es gibt keinen Katalog „%1“; „latchkey-cli catalogue list“ nennt die vorhandenen.</translation>
    </message>
    <message>
        <source>%1 Trust the catalogue with it by --allow %2.</source>
        <translation>%1 Mit --allow %2 vertrauen Sie dem Katalog darin.</translation>
    </message>
    <message numerus="yes">
        <source>%1 (%n times)</source>
        <translation>
            <numerusform>%1 (%n-mal)</numerusform>
            <numerusform>%1 (%n-mal)</numerusform>
        </translation>
    </message>
    <message>
        <source>CATALOGUE</source>
        <translation>KATALOG</translation>
    </message>
    <message>
        <source>PROFILES</source>
        <translation>PROFILE</translation>
    </message>
    <message>
        <source>REFRESHED</source>
        <translation>AKTUALISIERT</translation>
    </message>
    <message>
        <source>SOURCE</source>
        <translation>QUELLE</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>There is no catalogue yet. Subscribe to one with “latchkey-cli catalogue add NAME URL”.</source>
        <translation>Es gibt noch keinen Katalog. Abonnieren Sie einen mit „latchkey-cli catalogue add NAME URL“.</translation>
    </message>
    <message>
        <source>“%1” comes from a catalogue, so whoever maintains that removes it. End the subscription with “latchkey-cli catalogue remove”.</source>
        <translation>„%1“ kommt aus einem Katalog; entfernen kann es, wer den pflegt. Beenden Sie das Abonnement mit „latchkey-cli catalogue remove“.</translation>
    </message>
    <message>
        <source>No profile matches %1. “latchkey-cli profiles list” lists them.</source>
        <translation>Kein Profil passt auf %1. „latchkey-cli profiles list“ listet sie auf.</translation>
    </message>
    <message numerus="yes">
        <source>%n profile(s) failed.</source>
        <translation>
            <numerusform>%n Profil ist gescheitert.</numerusform>
            <numerusform>%n Profile sind gescheitert.</numerusform>
        </translation>
    </message>
    <message>
        <source>--region and --aws-profile go with --aws only.</source>
        <translation>--region und --aws-profile gehören zu --aws.</translation>
    </message>
    <message>
        <source>Give --aws or a file, not both.</source>
        <translation>Geben Sie --aws oder eine Datei an, nicht beides.</translation>
    </message>
    <message>
        <source>The result is not complete. What had arrived is in “%1”.</source>
        <translation>Das Ergebnis ist nicht vollständig. Was angekommen war, steht in „%1“.</translation>
    </message>
    <message>
        <source>“%1” is no value for --%2: give a whole number from 1 to %3.</source>
        <translation>„%1“ ist kein Wert für --%2: Geben Sie eine ganze Zahl von 1 bis %3 an.</translation>
    </message>
    <message>
        <source>Name a profile or give --profiles, not both.</source>
        <translation>Nennen Sie ein Profil oder geben Sie --profiles an, nicht beides.</translation>
    </message>
    <message>
        <source>Name the profile to run on, or give --profiles with a pattern.</source>
        <translation>Nennen Sie das Profil, auf dem ausgeführt werden soll, oder geben Sie --profiles mit einem Muster an.</translation>
    </message>
    <message>
        <source>With --profiles there is no --password-stdin: it is one password for many. Have the keychain remember them, or sign in with Kerberos.</source>
        <translation>Mit --profiles gibt es kein --password-stdin: Es wäre ein Passwort für viele. Lassen Sie den Schlüsselbund die Passwörter merken, oder melden Sie sich mit Kerberos an.</translation>
    </message>
    <message numerus="yes">
        <source>The statement “%1” was killed, since it took longer than %n second(s). Give it more time with --timeout.</source>
        <translation>
            <numerusform>Die Anweisung „%1“ wurde abgebrochen, weil sie länger als %n Sekunde dauerte. Geben Sie ihr mit --timeout mehr Zeit.</numerusform>
            <numerusform>Die Anweisung „%1“ wurde abgebrochen, weil sie länger als %n Sekunden dauerte. Geben Sie ihr mit --timeout mehr Zeit.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Only the first %n row(s) of the result were asked for; the server had more.</source>
        <translation>
            <numerusform>Nur die erste %n Zeile des Ergebnisses war verlangt; der Server hatte mehr.</numerusform>
            <numerusform>Nur die ersten %n Zeilen des Ergebnisses waren verlangt; der Server hatte mehr.</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” may write, and the run or its profile is read-only: nothing was sent. Leave the statement out, or run it without --read-only on a profile that may write.</source>
        <translation>„%1“ könnte schreiben, und der Lauf oder sein Profil darf nur lesen: Es wurde nichts gesendet. Lassen Sie die Anweisung weg, oder führen Sie sie ohne --read-only auf einem Profil aus, das schreiben darf.</translation>
    </message>
    <message>
        <source>“%1” is not UTF-8, as scripts have to be. Convert it, for example with iconv(1).</source>
        <translation>„%1“ ist kein UTF-8, was Skripte sein müssen. Wandeln Sie es um, zum Beispiel mit iconv(1).</translation>
    </message>
    <message>
        <source>Standard input</source>
        <translation>Standardeingabe</translation>
    </message>
    <message>
        <source>Standard input could not be read (%1).</source>
        <translation>Die Standardeingabe konnte nicht gelesen werden (%1).</translation>
    </message>
    <message>
        <source>The script on standard input is longer than %1 MiB. Load it with the mysql or mariadb client.</source>
        <translation>Das Skript auf der Standardeingabe ist länger als %1 MiB. Laden Sie es mit dem Client mysql oder mariadb.</translation>
    </message>
    <message>
        <source>Give a statement with -e, such as -e &quot;select current_user()&quot;, or a script with --file.</source>
        <translation>Geben Sie eine Anweisung mit -e an, etwa -e &quot;select current_user()&quot;, oder ein Skript mit --file.</translation>
    </message>
    <message>
        <source>Ask the aws command for the account’s clusters, endpoints and instances, instead of reading a file.</source>
        <translation>Den Befehl aws nach Clustern, Endpunkten und Instanzen des Kontos fragen, statt eine Datei zu lesen.</translation>
    </message>
    <message>
        <source>AWS region to look into; the profile’s if not given.</source>
        <translation>AWS-Region, in der gesucht wird; ohne Angabe die des Profils.</translation>
    </message>
    <message>
        <source>Profile of the aws command’s configuration; its default one if not given.</source>
        <translation>Profil aus der Konfiguration des Befehls aws; ohne Angabe dessen Standardprofil.</translation>
    </message>
    <message>
        <source>What to run: one statement or several with semicolons between them. May be repeated.</source>
        <translation>Was ausgeführt werden soll: eine Anweisung oder mehrere mit Semikolons dazwischen. Darf wiederholt werden.</translation>
    </message>
    <message>
        <source>Run the statements of a file; “-” is standard input, which is also read if nothing else is given and it is no terminal. May be repeated.</source>
        <translation>Die Anweisungen einer Datei ausführen; „-“ ist die Standardeingabe, die auch gelesen wird, wenn nichts anderes angegeben und sie kein Terminal ist. Darf wiederholt werden.</translation>
    </message>
    <message>
        <source>Print at most this many rows of each result.</source>
        <translation>Höchstens so viele Zeilen jedes Ergebnisses ausgeben.</translation>
    </message>
    <message>
        <source>Kill a statement that takes longer, and end.</source>
        <translation>Eine Anweisung, die länger dauert, abbrechen und enden.</translation>
    </message>
    <message>
        <source>Send nothing that may write, and have the server refuse to write.</source>
        <translation>Nichts senden, was schreiben könnte, und den Server Schreiben ablehnen lassen.</translation>
    </message>
    <message>
        <source>table, tsv, csv, json, jsonl, markdown or insert; table on a terminal and tsv elsewhere if not given.</source>
        <translation>table, tsv, csv, json, jsonl, markdown oder insert; ohne Angabe table auf einem Terminal und sonst tsv.</translation>
    </message>
    <message>
        <source>Write to a file, which is under this name only once it is complete; what broke off is left as FILE.partial.</source>
        <translation>In eine Datei schreiben, die erst unter diesem Namen steht, wenn sie vollständig ist; was abbrach, bleibt als FILE.partial.</translation>
    </message>
    <message>
        <source>CSV: leave texts that a spreadsheet takes for formulas as they are.</source>
        <translation>CSV: Texte, die eine Tabellenkalkulation für Formeln hält, lassen, wie sie sind.</translation>
    </message>
    <message>
        <source>TSV and CSV: what stands for NULL.</source>
        <translation>TSV und CSV: was für NULL steht.</translation>
    </message>
    <message>
        <source>Print the bytes of binary columns as they are (raw), as hex or as base64.</source>
        <translation>Die Bytes binärer Spalten ausgeben, wie sie sind (raw), als hex oder als base64.</translation>
    </message>
    <message>
        <source>CSV and TSV: begin with a byte order mark, as Excel wants it.</source>
        <translation>CSV und TSV: mit einer Bytereihenfolge-Marke beginnen, wie Excel sie verlangt.</translation>
    </message>
    <message>
        <source>insert: the table’s name; that of the columns if not given.</source>
        <translation>insert: der Name der Tabelle; ohne Angabe der Name der Tabelle, aus der die Spalten stammen.</translation>
    </message>
    <message>
        <source>Run on every profile whose path matches, such as &apos;prod/*&apos;; the first column of each row says which. May be repeated.</source>
        <translation>Auf jedem Profil ausführen, dessen Pfad passt, etwa &apos;prod/*&apos;; die erste Spalte jeder Zeile nennt es. Darf wiederholt werden.</translation>
    </message>
    <message>
        <source>With --profiles: on how many at once; 8 if not given.</source>
        <translation>Mit --profiles: auf wie vielen zugleich; ohne Angabe 8.</translation>
    </message>
    <message>
        <source>Print the command for a shell instead of running it.</source>
        <translation>Den Befehl für eine Shell ausgeben, statt ihn auszuführen.</translation>
    </message>
    <message>
        <source>Make a principal’s cache, or the one named, the default one, as kswitch does.</source>
        <translation>Den Cache eines Principals, oder den genannten, zum Standard machen, wie kswitch.</translation>
    </message>
    <message>
        <source>Become the mariadb or mysql client, with the profile’s ticket and options.</source>
        <translation>Zum Client mariadb oder mysql werden, mit Ticket und Optionen des Profils.</translation>
    </message>
    <message>
        <source>There is no folder “%1”. “latchkey-cli profiles list --folder” lists them.</source>
        <translation>Es gibt keinen Ordner „%1“. „latchkey-cli profiles list --folder“ listet sie auf.</translation>
    </message>
    <message>
        <source>A folder has no “%1”: that belongs to each profile in it.</source>
        <translation>Ein Ordner hat kein „%1“: Das gehört zu jedem Profil darin.</translation>
    </message>
    <message>
        <source>NAME is a folder; a cluster is one too.</source>
        <translation>NAME ist ein Ordner; auch ein Cluster ist einer.</translation>
    </message>
    <message>
        <source>The folder is a cluster: its profiles are endpoints.</source>
        <translation>Der Ordner ist ein Cluster: Seine Profile sind Endpunkte.</translation>
    </message>
    <message>
        <source>The folder is no cluster.</source>
        <translation>Der Ordner ist kein Cluster.</translation>
    </message>
    <message>
        <source>FOLDER</source>
        <translation>ORDNER</translation>
    </message>
    <message>
        <source>KIND</source>
        <translation>ART</translation>
    </message>
    <message>
        <source>There is no folder yet. Add one with “latchkey-cli profiles add NAME --folder”.</source>
        <translation>Es gibt noch keinen Ordner. Legen Sie einen mit „latchkey-cli profiles add NAME --folder“ an.</translation>
    </message>
    <message>
        <source>The folder needs a name.</source>
        <translation>Der Ordner braucht einen Namen.</translation>
    </message>
    <message>
        <source>There is a folder “%1” already. Change it with “latchkey-cli profiles edit”.</source>
        <translation>Den Ordner „%1“ gibt es schon. Ändern Sie ihn mit „latchkey-cli profiles edit“.</translation>
    </message>
    <message>
        <source>The program “%1” cannot be started (%2). Check its permissions.</source>
        <translation>Das Programm „%1“ lässt sich nicht starten (%2). Prüfen Sie seine Rechte.</translation>
    </message>
    <message>
        <source>--%1 takes a second at least.</source>
        <translation>--%1 nimmt mindestens eine Sekunde.</translation>
    </message>
    <message>
        <source>--renew-at takes a percentage from 10 to 90.</source>
        <translation>--renew-at nimmt einen Prozentsatz von 10 bis 90.</translation>
    </message>
    <message>
        <source>%1 cannot become the default because nobody has signed in as %1. Sign in with “latchkey-cli sign-in %1”.</source>
        <translation>%1 kann nicht zum Standard werden, weil niemand als %1 angemeldet ist. Melden Sie sich mit „latchkey-cli sign-in %1“ an.</translation>
    </message>
    <message>
        <source>Give --%1 together with --daemon.</source>
        <translation>Geben Sie --%1 zusammen mit --daemon an.</translation>
    </message>
    <message>
        <source>With --daemon: when this much of a ticket’s time is over, 50 if not given.</source>
        <translation>Mit --daemon: wenn so viel von der Zeit eines Tickets vorbei ist; ohne Angabe 50.</translation>
    </message>
    <message>
        <source>With --daemon: the least time between two attempts for one cache, 1m if not given.</source>
        <translation>Mit --daemon: die kürzeste Zeit zwischen zwei Versuchen für einen Cache; ohne Angabe 1m.</translation>
    </message>
    <message>
        <source>With --daemon: while no KDC answers, wait no longer than this between two attempts, 15m if not given.</source>
        <translation>Mit --daemon: solange kein KDC antwortet, zwischen zwei Versuchen nicht länger warten; ohne Angabe 15m.</translation>
    </message>
    <message>
        <source>With --daemon: when a ticket cannot be renewed any more, sign in again, once, with the password that the desktop’s keychain remembers.</source>
        <translation>Mit --daemon: wenn ein Ticket nicht mehr erneuert werden kann, einmal neu anmelden, mit dem Passwort aus dem Schlüsselbund des Desktops.</translation>
    </message>
    <message>
        <source>--cluster and --no-cluster go with --folder only.</source>
        <translation>--cluster und --no-cluster gehören zu --folder.</translation>
    </message>
    <message>
        <source>Signed in again as %1 until %2, in %3.</source>
        <translation>Neu angemeldet als %1 bis %2, in %3.</translation>
    </message>
    <message>
        <source>It was not possible to sign in again as %1.</source>
        <translation>Die neue Anmeldung als %1 war nicht möglich.</translation>
    </message>
    <message>
        <source>It cannot be renewed any more; Latchkey signs in again at %1.</source>
        <translation>Es kann nicht mehr erneuert werden; Latchkey meldet sich um %1 neu an.</translation>
    </message>
    <message>
        <source>The keychain has not taken the new password of %1, so it is not remembered any more.</source>
        <translation>Der Schlüsselbund hat das neue Passwort von %1 nicht angenommen; es ist daher nicht mehr gespeichert.</translation>
    </message>
    <message>
        <source>Stopping the statement on the server; press Ctrl+C again to leave at once.</source>
        <translation>Die Anweisung wird auf dem Server abgebrochen; ein zweites Strg+C beendet das Programm sofort.</translation>
    </message>
    <message>
        <source>“%1” comes from a catalogue, so there is no folder of yours for --inherit. Say the value itself.</source>
        <translation>„%1“ stammt aus einem Katalog, daher gibt es für --inherit keinen eigenen Ordner. Setzen Sie den Wert ausdrücklich.</translation>
    </message>
    <message>
        <source>Say of OPTION (as port, tls, read-only) what the folder says; repeat it for more.</source>
        <translation>Für OPTION (etwa port, tls, read-only) gilt wieder, was der Ordner vorgibt; für mehrere wiederholen.</translation>
    </message>
    <message>
        <source>“%1” is nothing that is inherited from a folder. Give --inherit the name of an option without its dashes, as in “--inherit port”.</source>
        <translation>„%1“ wird nicht von einem Ordner geerbt. Geben Sie --inherit den Namen einer Option ohne ihre Striche, etwa „--inherit port“.</translation>
    </message>
    <message>
        <source>Show it this principal’s ticket; this means --negotiate.</source>
        <translation>Ihm das Ticket dieses Principals zeigen; schließt --negotiate ein.</translation>
    </message>
    <message numerus="yes">
        <source>%n statement(s) failed.</source>
        <translation>
            <numerusform>%n Anweisung ist gescheitert.</numerusform>
            <numerusform>%n Anweisungen sind gescheitert.</numerusform>
        </translation>
    </message>
    <message>
        <source>The transaction has ended with it, so the statements behind it are not run.</source>
        <translation>Die Transaktion ist mit ihr zu Ende, daher werden die Anweisungen danach nicht ausgeführt.</translation>
    </message>
    <message>
        <source>Its result has broken off, so the statements behind it are not run.</source>
        <translation>Ihr Ergebnis ist abgebrochen, daher werden die Anweisungen danach nicht ausgeführt.</translation>
    </message>
    <message>
        <source>“%1” failed: %2</source>
        <translation>„%1“ ist gescheitert: %2</translation>
    </message>
    <message>
        <source>“%1” is no value for --param: give NAME=TEXT, with a name of letters, digits and underscores.</source>
        <translation>„%1“ ist kein Wert für --param: Geben Sie NAME=TEXT an, mit einem Namen aus Buchstaben, Ziffern und Unterstrichen.</translation>
    </message>
    <message>
        <source>There is no value for “:%1”. Give it with --param %1=TEXT.</source>
        <translation>Für „:%1“ gibt es keinen Wert. Geben Sie ihn mit --param %1=TEXT an.</translation>
    </message>
    <message>
        <source>No statement has the “:%1” that --param gives a value for. Check its name.</source>
        <translation>Keine Anweisung enthält „:%1“, für das --param einen Wert nennt. Prüfen Sie den Namen.</translation>
    </message>
    <message>
        <source>Nobody has signed in as %1. Sign in with “latchkey-cli sign-in %1”.</source>
        <translation>Niemand hat sich als %1 angemeldet. Melden Sie sich mit „latchkey-cli sign-in %1“ an.</translation>
    </message>
    <message>
        <source>Give PRINCIPAL or --ccache, not both.</source>
        <translation>Geben Sie PRINCIPAL oder --ccache an, nicht beides.</translation>
    </message>
    <message>
        <source>Give --all alone, without PRINCIPAL, --ccache and --service.</source>
        <translation>Geben Sie --all allein an, ohne PRINCIPAL, --ccache und --service.</translation>
    </message>
    <message>
        <source>Give a command together with --daemon.</source>
        <translation>Geben Sie einen Befehl nur zusammen mit --daemon an.</translation>
    </message>
    <message>
        <source>%1 has more than one credential cache: %2. Choose one with --ccache.</source>
        <translation>%1 hat mehr als einen Credential-Cache: %2. Wählen Sie mit --ccache einen aus.</translation>
    </message>
    <message>
        <source>The credential cache, as “tickets” names it. If neither it nor PRINCIPAL is given, the default one; with --daemon all of them.</source>
        <translation>Der Credential-Cache, wie „tickets“ ihn nennt. Ist weder er noch PRINCIPAL angegeben, der Standard-Cache, mit --daemon alle.</translation>
    </message>
    <message>
        <source>With --daemon: say this long before its end that a ticket cannot be renewed; can be given several times, 15m and 5m if not given. 0: never.</source>
        <translation>Mit --daemon: so lange vor dem Ende melden, dass ein Ticket nicht erneuert werden kann; mehrfach möglich, ohne Angabe 15m und 5m. 0: nie.</translation>
    </message>
    <message>
        <source>The tickets for this service, in every cache or in those that are named.</source>
        <translation>Die Tickets für diesen Dienst, in jedem Cache oder in denen, die genannt sind.</translation>
    </message>
    <message>
        <source>A text in the place of :NAME in the statements. May be repeated; then every :NAME needs one.</source>
        <translation>Ein Text an der Stelle von :NAME in den Anweisungen. Darf wiederholt werden; dann braucht jedes :NAME einen.</translation>
    </message>
    <message>
        <source>Go on behind a statement that failed; the exit code still says so.</source>
        <translation>Nach einer gescheiterten Anweisung weitermachen; der Rückgabewert sagt es trotzdem.</translation>
    </message>
    <message>
        <source>Say the server’s warnings on standard error.</source>
        <translation>Die Warnungen des Servers auf der Standardfehlerausgabe nennen.</translation>
    </message>
</context>
<context>
    <name>latchkey::history</name>
    <message>
        <source>The text in the editor cannot be kept in “%1”. Save it to a file of your own, and check the folder.</source>
        <translation>Der Text im Editor kann nicht in „%1“ aufbewahrt werden. Speichern Sie ihn in einer eigenen Datei und prüfen Sie den Ordner.</translation>
    </message>
    <message>
        <source>The history of statements in “%1” cannot be used: %2. Check the file and its folder, or switch the history off in the settings.</source>
        <translation>Der Verlauf der Anweisungen in „%1“ kann nicht verwendet werden: %2. Die Datei und ihr Ordner sind zu prüfen, oder der Verlauf ist in den Einstellungen abzuschalten.</translation>
    </message>
</context>
<context>
    <name>latchkey::krb</name>
    <message>
        <source>%1 cannot become the default because the default cache “%2” is a single one, not part of a collection, and is not overwritten. Profiles that name %1 work all the same; for other programs set KRB5CCNAME to “%3”, or use a collection as the default (such as DIR: or KCM:).</source>
        <translation>%1 kann nicht zum Standard werden, weil der Standard-Cache „%2“ ein einzelner ist, nicht Teil einer Sammlung, und nicht überschrieben wird. Profile, die %1 nennen, funktionieren trotzdem; für andere Programme setzen Sie KRB5CCNAME auf „%3“, oder verwenden Sie eine Sammlung als Standard (etwa DIR: oder KCM:).</translation>
    </message>
    <message>
        <source>The KDC refused the sign-in because the password for %1 is wrong. Type it again; too many attempts may lock the account.</source>
        <translation>Das KDC hat die Anmeldung abgelehnt, weil das Passwort für %1 falsch ist. Geben Sie es erneut ein; zu viele Versuche können das Konto sperren.</translation>
    </message>
    <message>
        <source>The KDC refused the sign-in because the account %1 is locked or disabled. Ask the administrator of %2.</source>
        <translation>Das KDC hat die Anmeldung abgelehnt, weil das Konto %1 gesperrt oder deaktiviert ist. Fragen Sie die Administration von %2.</translation>
    </message>
    <message>
        <source>The KDC of %2 refused the request for %1 because its policy does not allow what was asked (lifetime, flags or time). Ask its administrator, or ask for less.</source>
        <translation>Das KDC von %2 hat die Anfrage für %1 abgelehnt, weil seine Richtlinie das Verlangte nicht erlaubt (Lebensdauer, Flags oder Uhrzeit). Fragen Sie die Administration, oder verlangen Sie weniger.</translation>
    </message>
    <message>
        <source>Kerberos refused the request because this computer&apos;s clock and the clock of %1 are too far apart. Set the clock, or have it set by NTP, and try again.</source>
        <translation>Kerberos hat die Anfrage abgelehnt, weil die Uhr dieses Rechners und die Uhr von %1 zu weit auseinandergehen. Stellen Sie die Uhr, oder lassen Sie sie von NTP stellen, und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>There is no encryption type that both this computer and the KDC of %2 allow for %1. Ask the administrator to enable AES for the account, or check permitted_enctypes in krb5.conf.</source>
        <translation>Es gibt keinen Verschlüsselungstyp, den sowohl dieser Rechner als auch das KDC von %2 für %1 erlaubt. Bitten Sie die Administration, AES für das Konto einzuschalten, oder prüfen Sie permitted_enctypes in der krb5.conf.</translation>
    </message>
    <message>
        <source>The realm %1 is unknown here because neither krb5.conf nor DNS names a KDC for it. Check the realm&apos;s spelling (upper case), the [realms] section of krb5.conf, and the VPN.</source>
        <translation>Der Realm %1 ist hier unbekannt, weil weder die krb5.conf noch das DNS ein KDC dafür nennt. Prüfen Sie die Schreibweise des Realms (Großbuchstaben), den Abschnitt [realms] der krb5.conf und das VPN.</translation>
    </message>
    <message>
        <source>No KDC of %1 could be asked because the KDC&apos;s host name has no address. Check DNS, the VPN, and the kdc entries in krb5.conf.</source>
        <translation>Kein KDC von %1 konnte gefragt werden, weil der Rechnername des KDC keine Adresse hat. Prüfen Sie das DNS, das VPN und die kdc-Einträge in der krb5.conf.</translation>
    </message>
    <message>
        <source>No KDC of %1 answers because none can be reached. Check the network and the VPN, and that port 88 of the KDC is open.</source>
        <translation>Kein KDC von %1 antwortet, weil keines erreichbar ist. Prüfen Sie das Netz und das VPN, und ob Port 88 des KDC offen ist.</translation>
    </message>
    <message>
        <source>The KDC of %1 answered that it cannot serve requests now. Try again later, or ask its administrator.</source>
        <translation>Das KDC von %1 hat geantwortet, dass es derzeit keine Anfragen bedienen kann. Versuchen Sie es später erneut, oder fragen Sie die Administration.</translation>
    </message>
    <message>
        <source>There is no ticket for %1 because the KDC has locked or expired that service&apos;s account. Ask the administrator of %2.</source>
        <translation>Es gibt kein Ticket für %1, weil das KDC das Konto dieses Dienstes gesperrt hat oder es abgelaufen ist. Fragen Sie die Administration von %2.</translation>
    </message>
    <message>
        <source>Nobody is signed in: the credential cache “%1” does not exist or is empty. Sign in.</source>
        <translation>Niemand ist angemeldet: Der Credential-Cache „%1“ existiert nicht oder ist leer. Melden Sie sich an.</translation>
    </message>
    <message>
        <source>The credential cache “%1” cannot be used because it is damaged. Destroy it and sign in again.</source>
        <translation>Der Credential-Cache „%1“ kann nicht verwendet werden, weil er beschädigt ist. Vernichten Sie ihn und melden Sie sich erneut an.</translation>
    </message>
    <message>
        <source>The credential cache “%1” cannot be used because this user may not read or write it. Check who owns it, or choose another one with KRB5CCNAME.</source>
        <translation>Der Credential-Cache „%1“ kann nicht verwendet werden, weil dieser Benutzer ihn nicht lesen oder schreiben darf. Prüfen Sie, wem er gehört, oder wählen Sie mit KRB5CCNAME einen anderen.</translation>
    </message>
    <message>
        <source>The credential cache “%1” cannot be used because its type does not work on this computer or its name is wrong. Check KRB5CCNAME and default_ccache_name in krb5.conf.</source>
        <translation>Der Credential-Cache „%1“ kann nicht verwendet werden, weil sein Typ auf diesem Rechner nicht funktioniert oder sein Name falsch ist. Prüfen Sie KRB5CCNAME und default_ccache_name in der krb5.conf.</translation>
    </message>
    <message>
        <source>%1 cannot sign in because the realm %2 has no such user. Check the spelling, upper and lower case, and the realm.</source>
        <translation>%1 kann sich nicht anmelden, weil der Realm %2 keinen solchen Benutzer hat. Prüfen Sie die Schreibweise, auch Groß- und Kleinschreibung, und den Realm.</translation>
    </message>
    <message>
        <source>%1 cannot sign in because the password has expired. Change the password first, for example with kpasswd, then sign in with the new one.</source>
        <translation>%1 kann sich nicht anmelden, weil das Passwort abgelaufen ist. Ändern Sie zuerst das Passwort, zum Beispiel mit kpasswd, und melden Sie sich dann mit dem neuen an.</translation>
    </message>
    <message>
        <source>%1 cannot sign in because the account has expired. Ask the administrator of %2.</source>
        <translation>%1 kann sich nicht anmelden, weil das Konto abgelaufen ist. Fragen Sie die Administration von %2.</translation>
    </message>
    <message>
        <source>The ticket of %1 cannot be used because it has expired. Sign in again.</source>
        <translation>Das Ticket von %1 kann nicht verwendet werden, weil es abgelaufen ist. Melden Sie sich erneut an.</translation>
    </message>
    <message>
        <source>There is no ticket for %1 because the KDC of %2 does not know this service. Check the server&apos;s SPN setting, or have the SPN registered (setspn, addprinc).</source>
        <translation>Es gibt kein Ticket für %1, weil das KDC von %2 diesen Dienst nicht kennt. Prüfen Sie die SPN-Einstellung des Servers, oder lassen Sie den SPN registrieren (setspn, addprinc).</translation>
    </message>
    <message>
        <source>“%1” is not complete because it has no realm and krb5.conf names no default realm. Add the realm: name@REALM.</source>
        <translation>„%1“ ist unvollständig, weil der Realm fehlt und die krb5.conf keinen Standard-Realm nennt. Ergänzen Sie den Realm: name@REALM.</translation>
    </message>
    <message>
        <source>“%1” is not a principal. Principals look like name@REALM.</source>
        <translation>„%1“ ist kein Principal. Principals sehen aus wie name@REALM.</translation>
    </message>
    <message>
        <source>The credential cache “%1” cannot be read or written. Look under Details for the reason, and check the disk and the permissions.</source>
        <translation>Der Credential-Cache „%1“ kann nicht gelesen oder geschrieben werden. Der Grund steht unter „Details“; prüfen Sie den Datenträger und die Zugriffsrechte.</translation>
    </message>
    <message>
        <source>Kerberos failed for a reason that Latchkey does not know. Look under Details for the library&apos;s own words, and ask the realm&apos;s administrator.</source>
        <translation>Kerberos ist aus einem Grund gescheitert, den Latchkey nicht kennt. Was die Bibliothek selbst sagt, steht unter „Details“; fragen Sie die Administration des Realms.</translation>
    </message>
    <message>
        <source>Kerberos cannot be used because its configuration file krb5.conf cannot be read. Correct the file (Details name the place), or check the variable KRB5_CONFIG.</source>
        <translation>Kerberos kann nicht verwendet werden, weil seine Konfigurationsdatei krb5.conf nicht gelesen werden kann. Berichtigen Sie die Datei (die Stelle steht unter „Details“), oder prüfen Sie die Variable KRB5_CONFIG.</translation>
    </message>
    <message>
        <source>There is no ticket for %1 because the realm %2 has no trust with the realm %3. Check the realm in the server&apos;s SPN, [domain_realm] and [capaths] in krb5.conf, or ask the administrators for a trust.</source>
        <translation>Es gibt kein Ticket für %1, weil zwischen dem Realm %2 und dem Realm %3 keine Vertrauensstellung besteht. Prüfen Sie den Realm im SPN des Servers, [domain_realm] und [capaths] in der krb5.conf, oder bitten Sie die Administration um eine Vertrauensstellung.</translation>
    </message>
    <message>
        <source>No KDC of %1 answers because none replied within %2 seconds. Check the network and the VPN, and that port 88 of the KDC is open.</source>
        <translation>Kein KDC von %1 antwortet, weil innerhalb von %2 Sekunden keines reagiert hat. Prüfen Sie das Netz und das VPN, und ob Port 88 des KDC offen ist.</translation>
    </message>
    <message>
        <source>%1 cannot sign in because the password is empty or holds a NUL character. Type it.</source>
        <translation>%1 kann sich nicht anmelden, weil das Passwort leer ist oder ein NUL-Zeichen enthält. Geben Sie es ein.</translation>
    </message>
    <message>
        <source>%1 cannot sign in with the keytab “%2” because the file cannot be read or has no key for this principal. Check it with klist -k, or export it anew.</source>
        <translation>%1 kann sich mit der Keytab „%2“ nicht anmelden, weil die Datei nicht gelesen werden kann oder keinen Schlüssel für diesen Principal enthält. Prüfen Sie sie mit klist -k, oder exportieren Sie sie neu.</translation>
    </message>
    <message>
        <source>%1 cannot sign in with the keytab “%2” because its key is not the one that the KDC has (any more). Export the keytab anew.</source>
        <translation>%1 kann sich mit der Keytab „%2“ nicht anmelden, weil ihr Schlüssel nicht (mehr) der ist, den das KDC hat. Exportieren Sie die Keytab neu.</translation>
    </message>
    <message>
        <source>Nothing was destroyed because there is no credential cache “%1”. Look at the list of caches for its full name.</source>
        <translation>Nichts wurde vernichtet, weil es keinen Credential-Cache „%1“ gibt. Seinen vollen Namen nennt die Liste der Caches.</translation>
    </message>
    <message>
        <source>The ticket of %1 cannot be renewed because it is not renewable or its renewal time is over. Sign in again.</source>
        <translation>Das Ticket von %1 kann nicht erneuert werden, weil es nicht erneuerbar oder die Frist dafür vorbei ist. Melden Sie sich erneut an.</translation>
    </message>
    <message>
        <source>The credential caches cannot be listed because they did not answer within %1 seconds. Check the program that keeps them, such as sssd-kcm, and the file system that they are on.</source>
        <translation>Die Credential-Caches können nicht aufgelistet werden, weil sie nicht innerhalb von %1 Sekunden geantwortet haben. Prüfen Sie das Programm, das sie verwahrt, etwa sssd-kcm, und das Dateisystem, auf dem sie liegen.</translation>
    </message>
    <message>
        <source>%1 cannot sign in because the KDC wants to know more (“%2”), and there is nobody to ask. Sign in where questions can be answered, such as the window or a terminal.</source>
        <translation>%1 kann sich nicht anmelden, weil das KDC mehr wissen will („%2“) und niemand da ist, der antworten könnte. Melden Sie sich dort an, wo Fragen beantwortet werden können, etwa im Fenster oder in einem Terminal.</translation>
    </message>
    <message>
        <source>%1 cannot sign in because an answer is too long or holds a NUL character. Type it again.</source>
        <translation>%1 kann sich nicht anmelden, weil eine Antwort zu lang ist oder ein NUL-Zeichen enthält. Geben Sie sie erneut ein.</translation>
    </message>
    <message>
        <source>Sign in as %1</source>
        <translation>Als %1 anmelden</translation>
    </message>
    <message>
        <source>Password of %1</source>
        <translation>Passwort von %1</translation>
    </message>
    <message>
        <source>It is the primary cache of the collection “%1”, which the environment variable KRB5CCNAME names.</source>
        <translation>Er ist der primäre Cache der Sammlung „%1“, die die Umgebungsvariable KRB5CCNAME nennt.</translation>
    </message>
    <message>
        <source>The environment variable KRB5CCNAME names “%1”.</source>
        <translation>Die Umgebungsvariable KRB5CCNAME nennt „%1“.</translation>
    </message>
    <message>
        <source>It is the primary cache of the collection “%1”, which default_ccache_name in krb5.conf names.</source>
        <translation>Er ist der primäre Cache der Sammlung „%1“, die default_ccache_name in krb5.conf nennt.</translation>
    </message>
    <message>
        <source>default_ccache_name in krb5.conf names “%1”.</source>
        <translation>default_ccache_name in krb5.conf nennt „%1“.</translation>
    </message>
    <message>
        <source>It is the primary cache of the collection “%1”, which is used where neither KRB5CCNAME nor krb5.conf names a cache.</source>
        <translation>Er ist der primäre Cache der Sammlung „%1“, die verwendet wird, wenn weder KRB5CCNAME noch krb5.conf einen Cache nennt.</translation>
    </message>
    <message>
        <source>“%1” is used where neither KRB5CCNAME nor krb5.conf names a cache.</source>
        <translation>„%1“ wird verwendet, wenn weder KRB5CCNAME noch krb5.conf einen Cache nennt.</translation>
    </message>
    <message>
        <source>%1 was not signed in because the certificate of the KDC of %2 is not trusted. Name the authority that has issued it as the anchor (pkinit_anchors in krb5.conf), and check that nobody else answers for the KDC.</source>
        <translation>%1 wurde nicht angemeldet, weil dem Zertifikat des KDC von %2 nicht vertraut wird. Geben Sie die Zertifizierungsstelle, die es ausgestellt hat, als Vertrauensanker an (pkinit_anchors in der krb5.conf), und prüfen Sie, ob nicht jemand anderes an Stelle des KDC antwortet.</translation>
    </message>
    <message>
        <source>%1 cannot sign in because the KDC of %2 does not accept the certificate “%3”. Check that it is issued for this principal by an authority that the KDC trusts, and that it is neither expired nor revoked.</source>
        <translation>%1 kann sich nicht anmelden, weil das KDC von %2 das Zertifikat „%3“ nicht annimmt. Prüfen Sie, ob es für diesen Principal und von einer Zertifizierungsstelle ausgestellt ist, der das KDC vertraut, und ob es weder abgelaufen noch gesperrt ist.</translation>
    </message>
    <message>
        <source>The KDC refused the sign-in because the one-time password for %1 is wrong or no longer good. Type the one that the token shows now; too many attempts may lock the account.</source>
        <translation>Das KDC hat die Anmeldung abgelehnt, weil das Einmalpasswort für %1 falsch oder nicht mehr gültig ist. Geben Sie das ein, das der Token jetzt zeigt; zu viele Versuche können das Konto sperren.</translation>
    </message>
    <message>
        <source>The password server of %1 did not say within %2 seconds whether it has changed the password of %3. Try to sign in with the new password, then with the old one; check the VPN, and that port 464 of the server is open.</source>
        <translation>Der Passwortserver von %1 hat nicht innerhalb von %2 Sekunden gemeldet, ob er das Passwort von %3 geändert hat. Versuchen Sie, sich mit dem neuen Passwort anzumelden, dann mit dem alten; prüfen Sie das VPN, und ob Port 464 des Servers offen ist.</translation>
    </message>
    <message>
        <source>The password of %1 was not changed because no password server of %2 can be reached. Check kpasswd_server and admin_server in krb5.conf, the VPN, and that port 464 of the server is open.</source>
        <translation>Das Passwort von %1 wurde nicht geändert, weil kein Passwortserver von %2 erreichbar ist. Prüfen Sie kpasswd_server und admin_server in der krb5.conf und das VPN, und ob Port 464 des Servers offen ist.</translation>
    </message>
    <message>
        <source>The realm %1 refuses the new password. It says: %2</source>
        <translation>Der Realm %1 lehnt das neue Passwort ab. Er meldet: %2</translation>
    </message>
    <message>
        <source>The password server of %1 did not change the password of %2. It says: %3 Ask its administrator.</source>
        <translation>Der Passwortserver von %1 hat das Passwort von %2 nicht geändert. Er meldet: %3 Fragen Sie die Administration.</translation>
    </message>
    <message>
        <source>New password for %1</source>
        <translation>Neues Passwort für %1</translation>
    </message>
    <message>
        <source>The password of %1 has expired. Choose a new one; you are signed in with it at once.</source>
        <translation>Das Passwort von %1 ist abgelaufen. Wählen Sie ein neues; Sie werden sofort damit angemeldet.</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>Neues Passwort</translation>
    </message>
    <message>
        <source>New password again</source>
        <translation>Neues Passwort noch einmal</translation>
    </message>
    <message>
        <source>The two new passwords differ. Type them again.</source>
        <translation>Die beiden neuen Passwörter sind verschieden. Geben Sie sie erneut ein.</translation>
    </message>
    <message>
        <source>The new password is empty or holds a NUL character. Type another one.</source>
        <translation>Das neue Passwort ist leer oder enthält ein NUL-Zeichen. Geben Sie ein anderes ein.</translation>
    </message>
    <message>
        <source>Nothing was destroyed because the ticket is no longer in the credential cache “%1”.</source>
        <translation>Nichts wurde vernichtet, weil das Ticket nicht mehr im Credential-Cache „%1“ ist.</translation>
    </message>
    <message>
        <source>The tickets of %1 were not put into the credential cache “%2” because it holds those of %3, which are not overwritten. Choose another cache, or destroy that one first.</source>
        <translation>Die Tickets von %1 wurden nicht in den Credential-Cache „%2“ gelegt, weil er die von %3 enthält und diese nicht überschrieben werden. Wählen Sie einen anderen Cache, oder vernichten Sie zuerst jenen.</translation>
    </message>
    <message>
        <source>The credential cache “%1” cannot be chosen because a MEMORY cache ends with this program. Choose one of another type, such as FILE or KCM.</source>
        <translation>Der Credential-Cache „%1“ kann nicht gewählt werden, weil ein MEMORY-Cache mit diesem Programm endet. Wählen Sie einen anderen Typ, etwa FILE oder KCM.</translation>
    </message>
    <message>
        <source>It may be handed on to another computer.</source>
        <translation>Es darf an einen anderen Rechner weitergegeben werden.</translation>
    </message>
    <message>
        <source>It was handed on from another computer, or got with such a ticket.</source>
        <translation>Es wurde von einem anderen Rechner weitergegeben oder mit einem solchen Ticket geholt.</translation>
    </message>
    <message>
        <source>Tickets for one service that others may use can be got with it.</source>
        <translation>Mit ihm lassen sich Tickets für einen einzelnen Dienst holen, die andere benutzen dürfen.</translation>
    </message>
    <message>
        <source>It was made for another computer to use for this service.</source>
        <translation>Es wurde ausgestellt, damit ein anderer Rechner es für diesen Dienst benutzt.</translation>
    </message>
    <message>
        <source>Tickets that become valid later can be got with it.</source>
        <translation>Mit ihm lassen sich Tickets holen, die erst später gültig werden.</translation>
    </message>
    <message>
        <source>It was asked for to become valid later.</source>
        <translation>Es wurde so angefordert, dass es erst später gültig wird.</translation>
    </message>
    <message>
        <source>It does not work until a KDC has validated it.</source>
        <translation>Es gilt erst, wenn ein KDC es bestätigt hat.</translation>
    </message>
    <message>
        <source>It can be renewed without the password before it expires.</source>
        <translation>Es lässt sich ohne Passwort erneuern, bevor es abläuft.</translation>
    </message>
    <message>
        <source>It was got by signing in, not with another ticket.</source>
        <translation>Es wurde durch Anmelden geholt, nicht mit einem anderen Ticket.</translation>
    </message>
    <message>
        <source>The KDC checked who it is before it gave the ticket.</source>
        <translation>Das KDC hat geprüft, wer es ist, bevor es das Ticket gab.</translation>
    </message>
    <message>
        <source>A device such as a smart card proved who it is.</source>
        <translation>Ein Gerät wie eine Smartcard hat bewiesen, wer es ist.</translation>
    </message>
    <message>
        <source>The KDC found that all realms on the way may be trusted.</source>
        <translation>Das KDC hat festgestellt, dass allen Realms auf dem Weg vertraut werden darf.</translation>
    </message>
    <message>
        <source>The realm says that this service may act for the user elsewhere.</source>
        <translation>Der Realm sagt, dass dieser Dienst anderswo für den Benutzer handeln darf.</translation>
    </message>
    <message>
        <source>The KDC protects its hints on pre-authentication from changes.</source>
        <translation>Das KDC schützt seine Hinweise zur Vorauthentisierung vor Veränderung.</translation>
    </message>
    <message>
        <source>It does not say who uses it.</source>
        <translation>Es sagt nicht, wer es benutzt.</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%1 in %2</translation>
    </message>
    <message>
        <source>Nobody in %1</source>
        <translation>Niemand in %1</translation>
    </message>
    <message>
        <source> (default)</source>
        <translation> (Standard)</translation>
    </message>
    <message>
        <source> (Latchkey’s own)</source>
        <translation> (Latchkeys eigener)</translation>
    </message>
    <message>
        <source>The password expires %1.</source>
        <translation>Das Passwort läuft ab: %1.</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>abgelaufen</translation>
    </message>
    <message>
        <source>%1, version %2</source>
        <translation>%1, Version %2</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Valid from</source>
        <translation>Gültig ab</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Läuft ab</translation>
    </message>
    <message>
        <source>Remaining</source>
        <translation>Verbleibend</translation>
    </message>
    <message>
        <source>Renew until</source>
        <translation>Erneuerbar bis</translation>
    </message>
    <message>
        <source>Flags</source>
        <translation>Flags</translation>
    </message>
    <message>
        <source>Session key</source>
        <translation>Sitzungsschlüssel</translation>
    </message>
    <message>
        <source>Ticket key</source>
        <translation>Ticketschlüssel</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message numerus="yes">
        <source>%n byte(s)</source>
        <translation>
            <numerusform>%n Byte</numerusform>
            <numerusform>%n Byte</numerusform>
        </translation>
    </message>
    <message>
        <source>Realms</source>
        <translation>Realms</translation>
    </message>
    <message>
        <source>Issued for</source>
        <translation>Ausgestellt für</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>Adressen</translation>
    </message>
    <message>
        <source>Configuration</source>
        <translation>Konfiguration</translation>
    </message>
    <message>
        <source>ticket-granting ticket</source>
        <translation>Ticket-Granting-Ticket</translation>
    </message>
    <message>
        <source>ticket-granting ticket for another realm</source>
        <translation>Ticket-Granting-Ticket für einen anderen Realm</translation>
    </message>
    <message>
        <source>service ticket, referred from another name</source>
        <translation>Dienstticket, von einem anderen Namen verwiesen</translation>
    </message>
    <message>
        <source>service ticket</source>
        <translation>Dienstticket</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>%1 (weak)</source>
        <translation>%1 (schwach)</translation>
    </message>
    <message>
        <source>“%1” is no duration. Write it as 10h, 7d, 1d12h30m or 8:30 (hours and minutes), or as a number of seconds.</source>
        <translation>„%1“ ist keine Zeitdauer. Schreiben Sie sie als 10h, 7d, 1d12h30m oder 8:30 (Stunden und Minuten), oder als Anzahl von Sekunden.</translation>
    </message>
    <message>
        <source>%1 cannot sign in because the KDC of %2 wants another proof than the one given, such as a smart card or a one-time code, or knows the password only in an encryption type that permitted_enctypes in krb5.conf leaves out. Ask its administrator which sign-in the account allows.</source>
        <translation>%1 kann sich nicht anmelden, weil der KDC von %2 einen anderen Nachweis als den gegebenen verlangt, etwa eine Smartcard oder einen Einmalcode, oder das Passwort nur in einem Verschlüsselungstyp kennt, den permitted_enctypes in krb5.conf nicht erlaubt. Fragen Sie die Administration, welche Anmeldung das Konto zulässt.</translation>
    </message>
    <message>
        <source>%1 cannot sign in because the certificate “%3” could not be used: it cannot be read, none of the anchors (pkinit_anchors) has issued it, the PIN or passphrase of its key is wrong, or the KDC of %2 takes no certificates. Check the path, the anchors, the PIN, and that libkrb5&apos;s PKINIT plugin (krb5-pkinit) is installed.</source>
        <translation>%1 kann sich nicht anmelden, weil das Zertifikat „%3“ nicht verwendet werden konnte: Es ist nicht lesbar, keiner der Vertrauensanker (pkinit_anchors) hat es ausgestellt, die PIN oder Passphrase des Schlüssels ist falsch, oder der KDC von %2 nimmt keine Zertifikate. Prüfen Sie den Pfad, die Vertrauensanker, die PIN, und ob das PKINIT-Plugin von libkrb5 (krb5-pkinit) installiert ist.</translation>
    </message>
    <message>
        <source>%1 cannot sign in with the keytab “%2” because it has no key of an encryption type that the KDC of %3 and this computer both take for the account. Export the keytab anew with the account&apos;s encryption types, or check permitted_enctypes in krb5.conf.</source>
        <translation>%1 kann sich mit der Keytab „%2“ nicht anmelden, weil sie keinen Schlüssel eines Verschlüsselungstyps enthält, den sowohl der KDC von %3 als auch dieser Rechner für das Konto akzeptiert. Exportieren Sie die Keytab mit den Verschlüsselungstypen des Kontos neu, oder prüfen Sie permitted_enctypes in krb5.conf.</translation>
    </message>
    <message>
        <source>The Kerberos configuration “%1” of the profile cannot be read. Choose another file in the profile, or correct its permissions.</source>
        <translation>Die Kerberos-Konfiguration „%1“ des Profils ist nicht lesbar. Wählen Sie im Profil eine andere Datei, oder berichtigen Sie deren Rechte.</translation>
    </message>
    <message>
        <source>The credential cache “%1” has no room for the tickets because the disk, or for KEYRING the kernel&apos;s quota of keys, is full. Destroy what is not needed, or choose a cache of another type.</source>
        <translation>Im Ticket-Cache „%1“ ist kein Platz für die Tickets, weil der Datenträger oder, bei KEYRING, das Schlüsselkontingent des Kernels voll ist. Vernichten Sie, was nicht gebraucht wird, oder wählen Sie einen Cache eines anderen Typs.</translation>
    </message>
    <message>
        <source>The credential cache “%1” cannot become the default because it holds no tickets any more. Sign in first.</source>
        <translation>Der Ticket-Cache „%1“ kann nicht zum Standard werden, weil er keine Tickets mehr enthält. Melden Sie sich zuerst an.</translation>
    </message>
    <message>
        <source>The Kerberos configuration “%1”, which these tickets were got with, cannot be read. The usual one is used instead; if no KDC is found with it, restore the file.</source>
        <translation>Die Kerberos-Konfiguration „%1“, mit der diese Tickets bezogen wurden, kann nicht gelesen werden. Stattdessen gilt die übliche; falls mit ihr kein KDC gefunden wird, stellen Sie die Datei wieder her.</translation>
    </message>
</context>
<context>
    <name>latchkey::krb::RealmWords</name>
    <message>
        <source>Type the directory’s DNS domain, such as corp.example.com.</source>
        <translation>Geben Sie die DNS-Domäne des Verzeichnisses ein, etwa corp.example.com.</translation>
    </message>
    <message>
        <source>“%1” is not a DNS domain. Type one such as corp.example.com.</source>
        <translation>„%1“ ist keine DNS-Domäne. Geben Sie eine ein, etwa corp.example.com.</translation>
    </message>
    <message>
        <source>“%1” is not the address of a KDC. Type a host name, with “:port” behind it if it is not 88.</source>
        <translation>„%1“ ist keine Adresse eines KDC. Geben Sie einen Rechnernamen ein, dahinter „:Port“, wenn der Port nicht 88 ist.</translation>
    </message>
    <message>
        <source>Aurora takes no directory whose domain name has more than %1 characters.</source>
        <translation>Aurora nimmt kein Verzeichnis an, dessen Domänenname mehr als %1 Zeichen hat.</translation>
    </message>
    <message>
        <source>The directory on premises has another domain than the one at AWS.</source>
        <translation>Das lokale Verzeichnis muss eine andere Domäne haben als das bei AWS.</translation>
    </message>
    <message>
        <source>Latchkey’s own part</source>
        <translation>Latchkeys eigener Teil</translation>
    </message>
    <message>
        <source>included</source>
        <translation>eingebunden</translation>
    </message>
    <message>
        <source>not there</source>
        <translation>nicht vorhanden</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>nicht lesbar</translation>
    </message>
    <message>
        <source>makes no sense to libkrb5</source>
        <translation>für libkrb5 unverständlich</translation>
    </message>
    <message>
        <source>, its clock %1 s ahead</source>
        <translation>, seine Uhr geht %1 s vor</translation>
    </message>
    <message>
        <source>, its clock %1 s behind</source>
        <translation>, seine Uhr geht %1 s nach</translation>
    </message>
    <message>
        <source>answers</source>
        <translation>antwortet</translation>
    </message>
    <message>
        <source>answers by UDP only</source>
        <translation>antwortet nur über UDP</translation>
    </message>
    <message>
        <source>answers by TCP only</source>
        <translation>antwortet nur über TCP</translation>
    </message>
    <message>
        <source>DNS</source>
        <translation>DNS</translation>
    </message>
    <message>
        <source>none in the DNS</source>
        <translation>keines im DNS</translation>
    </message>
    <message>
        <source>the DNS did not answer</source>
        <translation>das DNS hat nicht geantwortet</translation>
    </message>
    <message>
        <source>default</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>from the DNS</source>
        <translation>aus dem DNS</translation>
    </message>
    <message>
        <source>direct</source>
        <translation>direkt</translation>
    </message>
    <message>
        <source>Files in effect</source>
        <translation>Wirksame Dateien</translation>
    </message>
    <message>
        <source>Realms</source>
        <translation>Realms</translation>
    </message>
    <message>
        <source>Hosts and their realms</source>
        <translation>Hosts und ihre Realms</translation>
    </message>
    <message>
        <source>Ways between realms</source>
        <translation>Wege zwischen Realms</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Settings of programs</source>
        <translation>Einstellungen von Programmen</translation>
    </message>
    <message>
        <source>“%1” is mapped to %2 and to %3; libkrb5 takes the first.</source>
        <translation>„%1“ ist sowohl %2 als auch %3 zugeordnet; libkrb5 nimmt die erste Zuordnung.</translation>
    </message>
    <message>
        <source>Remove the line that is wrong.</source>
        <translation>Entfernen Sie die falsche Zeile.</translation>
    </message>
    <message>
        <source>The host “%1” is mapped to %2, but the hosts below it, “%3”, to %4.</source>
        <translation>Der Host „%1“ ist %2 zugeordnet, die Hosts darunter („%3“) aber %4.</translation>
    </message>
    <message>
        <source>Map both to the same realm, unless this is really meant.</source>
        <translation>Ordnen Sie beide demselben Realm zu, wenn das nicht wirklich so gemeint ist.</translation>
    </message>
    <message>
        <source>Hosts in “%1” belong to %2, all others in “%3” to %4: the longest name that fits counts.</source>
        <translation>Hosts in „%1“ gehören zu %2, alle anderen in „%3“ zu %4: Es zählt der längste passende Name.</translation>
    </message>
    <message>
        <source>“%1” fits no host, because libkrb5 writes host names in lower case.</source>
        <translation>„%1“ passt auf keinen Host, weil libkrb5 Rechnernamen kleinschreibt.</translation>
    </message>
    <message>
        <source>Write “%1”.</source>
        <translation>Schreiben Sie „%1“.</translation>
    </message>
    <message>
        <source>“%1” is mapped to %2, of which no KDC is known.</source>
        <translation>„%1“ ist %2 zugeordnet, aber von diesem Realm ist kein KDC bekannt.</translation>
    </message>
    <message>
        <source>Correct the realm, or name its KDCs in [realms].</source>
        <translation>Berichtigen Sie den Realm, oder nennen Sie seine KDCs in [realms].</translation>
    </message>
    <message>
        <source>The way from %1 to %2 goes through %3, of which no KDC is known.</source>
        <translation>Der Weg von %1 nach %2 führt über %3, aber von diesem Realm ist kein KDC bekannt.</translation>
    </message>
    <message>
        <source>Name the KDCs of %1 in [realms], or correct the way in [capaths].</source>
        <translation>Nennen Sie die KDCs von %1 in [realms], oder berichtigen Sie den Weg in [capaths].</translation>
    </message>
    <message>
        <source>[capaths] says nothing of the way from %1 to %2, so libkrb5 expects that %2 trusts %1 directly, or that the KDCs know the way.</source>
        <translation>[capaths] sagt nichts über den Weg von %1 nach %2; libkrb5 erwartet daher, dass %2 dem Realm %1 direkt vertraut oder dass die KDCs den Weg kennen.</translation>
    </message>
    <message>
        <source>If the way goes through other realms, name them in [capaths]; if it is direct, “%1 = { %2 = . }” says so.</source>
        <translation>Führt der Weg über andere Realms, nennen Sie diese in [capaths]; ist er direkt, besagt das „%1 = { %2 = . }“.</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>No KDC of %1 is known: krb5.conf names none, and the DNS did not answer.</source>
        <translation>Kein KDC von %1 ist bekannt: Die krb5.conf nennt keines, und das DNS hat nicht geantwortet.</translation>
    </message>
    <message>
        <source>No KDC of %1 is known: neither krb5.conf nor the DNS names one.</source>
        <translation>Kein KDC von %1 ist bekannt: Weder die krb5.conf noch das DNS nennt eines.</translation>
    </message>
    <message>
        <source>No KDC of %1 is known: krb5.conf names none and says not to ask the DNS.</source>
        <translation>Kein KDC von %1 ist bekannt: Die krb5.conf nennt keines und bestimmt, dass das DNS nicht gefragt wird.</translation>
    </message>
    <message>
        <source>Check the network and the VPN, or name the KDCs in [realms].</source>
        <translation>Prüfen Sie das Netz und das VPN, oder nennen Sie die KDCs in [realms].</translation>
    </message>
    <message>
        <source>Check the realm’s spelling, or name its KDCs in [realms].</source>
        <translation>Prüfen Sie die Schreibweise des Realms, oder nennen Sie seine KDCs in [realms].</translation>
    </message>
    <message>
        <source>“%1” is not the address of a KDC, so libkrb5 finds no KDC of %2 at all.</source>
        <translation>„%1“ ist keine Adresse eines KDC, daher findet libkrb5 überhaupt kein KDC von %2.</translation>
    </message>
    <message>
        <source>Write a host name, with “:port” behind it if it is not 88.</source>
        <translation>Schreiben Sie einen Rechnernamen, dahinter „:Port“, wenn der Port nicht 88 ist.</translation>
    </message>
    <message>
        <source>No KDC of %1 answers: %2.</source>
        <translation>Kein KDC von %1 antwortet: %2.</translation>
    </message>
    <message>
        <source>Check the network and the VPN, that port 88 is open by UDP and TCP, and the KDCs in krb5.conf.</source>
        <translation>Prüfen Sie das Netz und das VPN, ob Port 88 über UDP und TCP offen ist, und die KDCs in der krb5.conf.</translation>
    </message>
    <message>
        <source>%1 says that it is no KDC of %2.</source>
        <translation>%1 gibt an, kein KDC von %2 zu sein.</translation>
    </message>
    <message>
        <source>One of several KDCs of %1 does not answer: %2. Whoever asks it first waits.</source>
        <translation>Eines von mehreren KDCs von %1 antwortet nicht: %2. Wer es zuerst fragt, muss warten.</translation>
    </message>
    <message>
        <source>Remove it from krb5.conf, or put it behind the others, unless it is back soon.</source>
        <translation>Entfernen Sie es aus der krb5.conf, oder stellen Sie es hinter die anderen, sofern es nicht bald wieder da ist.</translation>
    </message>
    <message>
        <source>%1 answers by UDP but not by TCP: %2. Tickets with many groups are too large for UDP.</source>
        <translation>%1 antwortet über UDP, aber nicht über TCP: %2. Tickets mit vielen Gruppen sind zu groß für UDP.</translation>
    </message>
    <message>
        <source>Have port %1 opened for TCP too.</source>
        <translation>Lassen Sie Port %1 auch für TCP öffnen.</translation>
    </message>
    <message>
        <source>%1 answers by TCP but not by UDP: %2. libkrb5 tries UDP first and waits a second.</source>
        <translation>%1 antwortet über TCP, aber nicht über UDP: %2. libkrb5 versucht es zuerst über UDP und wartet eine Sekunde.</translation>
    </message>
    <message>
        <source>Set udp_preference_limit = 1 in [libdefaults], or have the port opened for UDP too.</source>
        <translation>Setzen Sie udp_preference_limit = 1 in [libdefaults], oder lassen Sie den Port auch für UDP öffnen.</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>The clock of %1 is %2 ahead of this computer’s; Kerberos tolerates %3.</source>
        <translation>Die Uhr von %1 geht gegenüber der dieses Rechners um %2 vor; Kerberos duldet %3.</translation>
    </message>
    <message>
        <source>The clock of %1 is %2 behind this computer’s; Kerberos tolerates %3.</source>
        <translation>Die Uhr von %1 geht gegenüber der dieses Rechners um %2 nach; Kerberos duldet %3.</translation>
    </message>
    <message>
        <source>Let both set their clocks by NTP.</source>
        <translation>Lassen Sie beide Uhren von NTP stellen.</translation>
    </message>
    <message>
        <source>“%1” cannot be changed because it makes no sense to libkrb5. Correct or remove the file.</source>
        <translation>„%1“ kann nicht geändert werden, weil libkrb5 die Datei nicht versteht. Berichtigen oder entfernen Sie sie.</translation>
    </message>
    <message>
        <source>krb5.conf cannot be prepared because no temporary file can be written. Check the disk’s free space.</source>
        <translation>Die krb5.conf kann nicht vorbereitet werden, weil keine temporäre Datei geschrieben werden kann. Prüfen Sie den freien Speicherplatz.</translation>
    </message>
    <message>
        <source>“%1” was not changed because another program has changed it meanwhile. Look at the difference again.</source>
        <translation>„%1“ wurde nicht geändert, weil ein anderes Programm die Datei inzwischen geändert hat. Sehen Sie sich den Unterschied noch einmal an.</translation>
    </message>
    <message>
        <source>“%1” cannot be used because KRB5_CONFIG cannot name a path with a colon. Let LATCHKEY_CONFIG_DIR name another folder.</source>
        <translation>„%1“ kann nicht verwendet werden, weil KRB5_CONFIG keinen Pfad mit einem Doppelpunkt nennen kann. Geben Sie mit LATCHKEY_CONFIG_DIR einen anderen Ordner an.</translation>
    </message>
    <message>
        <source>“%1” could not be removed. Check the folder’s permissions.</source>
        <translation>„%1“ konnte nicht entfernt werden. Prüfen Sie die Zugriffsrechte des Ordners.</translation>
    </message>
    <message>
        <source>“%1” is another realm than “%2”, because case counts, and only the latter is known.</source>
        <translation>„%1“ ist ein anderer Realm als „%2“, weil Groß- und Kleinschreibung zählt, und nur der zweite ist bekannt.</translation>
    </message>
    <message>
        <source>The realm “%1” has lower-case letters. Active Directory’s realms are in upper case, and case counts.</source>
        <translation>Der Realm „%1“ enthält Kleinbuchstaben. Die Realms von Active Directory bestehen aus Großbuchstaben, und Groß- und Kleinschreibung zählt.</translation>
    </message>
    <message>
        <source>There is no default realm, so a name without a realm cannot be used.</source>
        <translation>Es gibt keinen Standard-Realm, daher kann ein Name ohne Realm nicht verwendet werden.</translation>
    </message>
    <message>
        <source>Set default_realm in [libdefaults], or type names with their realm.</source>
        <translation>Setzen Sie default_realm in [libdefaults], oder geben Sie Namen mit ihrem Realm ein.</translation>
    </message>
    <message>
        <source>“%1” cannot be read, so libkrb5 passes over it.</source>
        <translation>„%1“ kann nicht gelesen werden, daher übergeht libkrb5 die Datei.</translation>
    </message>
    <message>
        <source>Check who owns the file and its permissions.</source>
        <translation>Prüfen Sie Eigentümer und Zugriffsrechte der Datei.</translation>
    </message>
    <message>
        <source>it is no KDC of this realm</source>
        <translation>es ist kein KDC dieses Realms</translation>
    </message>
    <message>
        <source>what answers is no KDC</source>
        <translation>was antwortet, ist kein KDC</translation>
    </message>
    <message>
        <source>nothing listens there</source>
        <translation>dort lauscht nichts</translation>
    </message>
    <message>
        <source>nothing comes back</source>
        <translation>es kommt nichts zurück</translation>
    </message>
    <message>
        <source>the network does not lead there</source>
        <translation>das Netz führt nicht dorthin</translation>
    </message>
    <message>
        <source>there is no host of that name</source>
        <translation>es gibt keinen Host dieses Namens</translation>
    </message>
    <message>
        <source>the name service does not answer</source>
        <translation>der Namensdienst antwortet nicht</translation>
    </message>
    <message>
        <source>Kerberos cannot be used because none of the files that KRB5_CONFIG names can be read. Check the variable and the files’ permissions.</source>
        <translation>Kerberos kann nicht verwendet werden, weil keine der Dateien gelesen werden kann, die KRB5_CONFIG nennt. Prüfen Sie die Variable und die Zugriffsrechte der Dateien.</translation>
    </message>
    <message>
        <source>Kerberos cannot be used because line %1 of “%2” makes no sense to libkrb5. Correct the line.</source>
        <translation>Kerberos kann nicht verwendet werden, weil libkrb5 Zeile %1 von „%2“ nicht versteht. Berichtigen Sie die Zeile.</translation>
    </message>
    <message>
        <source>Kerberos cannot be used because “%1” makes no sense to libkrb5. Correct the file.</source>
        <translation>Kerberos kann nicht verwendet werden, weil libkrb5 „%1“ nicht versteht. Berichtigen Sie die Datei.</translation>
    </message>
    <message>
        <source>Kerberos cannot be used because line %1 of “%2” includes a file that includes this one. Remove the line.</source>
        <translation>Kerberos kann nicht verwendet werden, weil Zeile %1 von „%2“ eine Datei einbindet, die diese einbindet. Entfernen Sie die Zeile.</translation>
    </message>
</context>
<context>
    <name>latchkey::main</name>
    <message>
        <source>Kerberos single sign-on for MySQL-family databases</source>
        <translation>Kerberos-Single-Sign-on für Datenbanken der MySQL-Familie</translation>
    </message>
    <message>
        <source>light, dark, or system: as the desktop</source>
        <translation>light (hell), dark (dunkel) oder system: wie der Desktop</translation>
    </message>
    <message>
        <source>connect to this profile, &quot;Folder/name&quot;</source>
        <translation>mit diesem Profil verbinden, &quot;Ordner/Name&quot;</translation>
    </message>
    <message>
        <source>and run these statements there</source>
        <translation>und dort diese Anweisungen ausführen</translation>
    </message>
    <message>
        <source>save pictures of the windows in this folder and quit</source>
        <translation>Bilder der Fenster in diesem Ordner speichern und beenden</translation>
    </message>
    <message>
        <source>--theme takes light, dark or system.</source>
        <translation>--theme nimmt light, dark oder system.</translation>
    </message>
    <message>
        <source>Latchkey needs a display, and neither DISPLAY nor WAYLAND_DISPLAY names one. latchkey-cli does the same without a display.</source>
        <translation>Latchkey braucht einen Bildschirm, und weder DISPLAY noch WAYLAND_DISPLAY nennt einen. latchkey-cli tut dasselbe ohne Bildschirm.</translation>
    </message>
</context>
<context>
    <name>latchkey::paths</name>
    <message>
        <source>The folder “%1” cannot be used. Check who owns it and its permissions.</source>
        <translation>Der Ordner „%1“ kann nicht verwendet werden. Prüfen Sie Eigentümer und Zugriffsrechte.</translation>
    </message>
</context>
<context>
    <name>latchkey::remaining</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1 d %2 h</translation>
    </message>
</context>
<context>
    <name>latchkey::result::ExportFile</name>
    <message>
        <source>“%1” could not be written (%2). What was under that name is unchanged. Check the disk’s free space and the folder’s permissions.</source>
        <translation>„%1“ konnte nicht geschrieben werden (%2). Was unter diesem Namen stand, ist unverändert. Prüfen Sie den freien Platz auf dem Datenträger und die Rechte des Ordners.</translation>
    </message>
    <message>
        <source>“%1” is a pipe that nobody reads. Start the program that reads it, then try again.</source>
        <translation>„%1“ ist eine Pipe, aus der niemand liest. Starten Sie das lesende Programm und versuchen Sie es dann erneut.</translation>
    </message>
</context>
<context>
    <name>latchkey::result::RowWriter</name>
    <message>
        <source>The result broke off here; rows are missing.</source>
        <translation>Das Ergebnis ist hier abgebrochen; es fehlen Zeilen.</translation>
    </message>
</context>
<context>
    <name>latchkey::sandbox</name>
    <message>
        <source>The sandbox’s certificates could not be made. The details show what OpenSSL said.</source>
        <translation>Die Zertifikate der Sandbox konnten nicht erzeugt werden. Die Details zeigen, was OpenSSL gemeldet hat.</translation>
    </message>
    <message>
        <source>“%1” could not be started. Check that it is installed and may be executed.</source>
        <translation>„%1“ konnte nicht gestartet werden. Prüfen Sie, ob es installiert ist und ausgeführt werden darf.</translation>
    </message>
    <message>
        <source>The sandbox needs the program “%1”, which is not installed. On Debian, install it with “apt-get install %2”.</source>
        <translation>Die Sandbox braucht das Programm „%1“, das nicht installiert ist. Unter Debian installieren Sie es mit „apt-get install %2“.</translation>
    </message>
    <message>
        <source>No sandbox of yours is running. Start one with “latchkey-sandbox up”; if it lives in a folder you chose, name that with --dir.</source>
        <translation>Keine Ihrer Sandboxes läuft. Starten Sie eine mit „latchkey-sandbox up“; liegt sie in einem selbst gewählten Ordner, nennen Sie ihn mit --dir.</translation>
    </message>
    <message>
        <source>Several sandboxes of yours are running. Name one with --dir: %1.</source>
        <translation>Mehrere Ihrer Sandboxes laufen. Nennen Sie eine mit --dir: %1.</translation>
    </message>
    <message>
        <source>No sandbox is running in “%1”.</source>
        <translation>In „%1“ läuft keine Sandbox.</translation>
    </message>
    <message>
        <source>The sandbox in “%1” (process %2) is starting.</source>
        <translation>Die Sandbox in „%1“ (Prozess %2) startet.</translation>
    </message>
    <message>
        <source>The sandbox in “%1” (process %2) is ready.</source>
        <translation>Die Sandbox in „%1“ (Prozess %2) ist bereit.</translation>
    </message>
    <message>
        <source>Ready in %1 s. Everything is in %2 and goes away when you press Ctrl+C.</source>
        <translation>Bereit nach %1 s. Alles liegt in %2 und verschwindet, wenn Sie Strg+C drücken.</translation>
    </message>
    <message>
        <source>The command “%1” was not found. Check its spelling, or give its full path.</source>
        <translation>Der Befehl „%1“ wurde nicht gefunden. Prüfen Sie die Schreibweise, oder geben Sie den vollen Pfad an.</translation>
    </message>
    <message>
        <source>The sandbox in “%1” (process %2) was asked to end and has not done so within 10 seconds.</source>
        <translation>Die Sandbox in „%1“ (Prozess %2) sollte enden und hat es innerhalb von 10 Sekunden nicht getan.</translation>
    </message>
    <message>
        <source>The sandbox needs the file “%1”, which was not found. On Debian, install it with “apt-get install %2”.</source>
        <translation>Die Sandbox braucht die Datei „%1“, die nicht gefunden wurde. Unter Debian installieren Sie sie mit „apt-get install %2“.</translation>
    </message>
    <message>
        <source>The sandbox’s server plugin authentication_kerberos.so was not found beside this program. Build it (it needs the Debian package libmariadbd-dev) or install Latchkey again.</source>
        <translation>Das Server-Plugin authentication_kerberos.so der Sandbox wurde neben diesem Programm nicht gefunden. Bauen Sie es (dazu wird das Debian-Paket libmariadbd-dev gebraucht), oder installieren Sie Latchkey neu.</translation>
    </message>
    <message>
        <source>The database server “%1” could not be set up. The details show what it said.</source>
        <translation>Der Datenbankserver „%1“ konnte nicht eingerichtet werden. Die Details zeigen, was er gemeldet hat.</translation>
    </message>
    <message>
        <source>A realm for users (%1), a realm for services (%2) that trusts it</source>
        <translation>Ein Realm für Benutzer (%1), ein Realm für Dienste (%2), der ihm vertraut</translation>
    </message>
    <message>
        <source>Principals and passwords</source>
        <translation>Principals und Passwörter</translation>
    </message>
    <message>
        <source>Database servers and their accounts</source>
        <translation>Datenbankserver und ihre Konten</translation>
    </message>
    <message>
        <source>In another terminal</source>
        <translation>In einem anderen Terminal</translation>
    </message>
    <message>
        <source>The sandbox cannot use the folder “%1”. Check its permissions and the space left on the disk, or name another one with --dir.</source>
        <translation>Die Sandbox kann den Ordner „%1“ nicht verwenden. Prüfen Sie seine Zugriffsrechte und den freien Speicherplatz, oder nennen Sie mit --dir einen anderen.</translation>
    </message>
    <message>
        <source>The folder “%1” has files in it that do not come from a sandbox. Name a new or an empty folder with --dir.</source>
        <translation>Im Ordner „%1“ liegen Dateien, die nicht von einer Sandbox stammen. Nennen Sie mit --dir einen neuen oder leeren Ordner.</translation>
    </message>
    <message>
        <source>A sandbox is already running in “%1” (process %2). End it with “down”, or name another folder with --dir.</source>
        <translation>In „%1“ läuft schon eine Sandbox (Prozess %2). Beenden Sie sie mit „down“, oder nennen Sie mit --dir einen anderen Ordner.</translation>
    </message>
    <message>
        <source>“latchkey-sandbox status” shows the password of this account.</source>
        <translation>„latchkey-sandbox status“ zeigt das Passwort dieses Kontos.</translation>
    </message>
    <message>
        <source>The realm %1 could not be set up. The details show what its programs said.</source>
        <translation>Der Realm %1 konnte nicht eingerichtet werden. Die Details zeigen, was seine Programme gemeldet haben.</translation>
    </message>
    <message>
        <source>The sandbox was asked to end before it was ready.</source>
        <translation>Die Sandbox wurde beendet, bevor sie bereit war.</translation>
    </message>
    <message>
        <source>The files of the second database server could not be copied to “%1”. Check the space left on the disk.</source>
        <translation>Die Dateien des zweiten Datenbankservers konnten nicht nach „%1“ kopiert werden. Prüfen Sie den freien Speicherplatz.</translation>
    </message>
    <message>
        <source>No principal “%1” with a password is in this sandbox. “latchkey-sandbox status” lists them.</source>
        <translation>In dieser Sandbox gibt es keinen Principal „%1“ mit Passwort. „latchkey-sandbox status“ listet sie auf.</translation>
    </message>
    <message>
        <source>A throwaway world on this machine to try Latchkey in: two Kerberos realms and two database servers.

  latchkey-sandbox up [--dir FOLDER] [--realms-only]     start it and keep it until Ctrl+C
  latchkey-sandbox run [--dir FOLDER] [--realms-only] -- COMMAND…
                                                         run a command inside a fresh one
  latchkey-sandbox status [--dir FOLDER]                 say what runs and how to use it
  latchkey-sandbox password [--dir FOLDER] PRINCIPAL     print a password of it, for piping
  latchkey-sandbox down [--dir FOLDER]                   end it

Everything lives in one folder (a new one in the folder for temporary files, unless --dir names it), listens
on 127.0.0.1 only, and is gone when it ends. The folder’s sandbox.json tells programs what there is.
</source>
        <translation>Eine Wegwerfwelt auf diesem Rechner, um Latchkey auszuprobieren: zwei Kerberos-Realms und zwei Datenbankserver.

  latchkey-sandbox up [--dir FOLDER] [--realms-only]     starten und bis Strg+C laufen lassen
  latchkey-sandbox run [--dir FOLDER] [--realms-only] -- COMMAND…
                                                         einen Befehl in einer frischen ausführen
  latchkey-sandbox status [--dir FOLDER]                 sagen, was läuft und wie man es verwendet
  latchkey-sandbox password [--dir FOLDER] PRINCIPAL     ein Passwort daraus ausgeben, zum Weiterleiten
  latchkey-sandbox down [--dir FOLDER]                   beenden

Alles liegt in einem Ordner (einem neuen im Ordner für temporäre Dateien, wenn --dir keinen nennt), lauscht
nur auf 127.0.0.1 und verschwindet am Ende. Die Datei sandbox.json darin sagt Programmen, was es gibt.
</translation>
    </message>
</context>
<context>
    <name>latchkey::schema::AccountAudit</name>
    <message>
        <source>The account has no realm, so that no ticket fits. Give it one with ALTER USER.</source>
        <translation>Das Konto hat keinen Realm, daher passt kein Ticket. Geben Sie ihm einen mit ALTER USER.</translation>
    </message>
    <message>
        <source>The realm %1 has small letters; that of a directory is its DNS domain in capital letters. Give it the realm %2 with ALTER USER.</source>
        <translation>Der Realm %1 enthält Kleinbuchstaben; der eines Verzeichnisses ist dessen DNS-Domäne in Großbuchstaben. Geben Sie dem Konto mit ALTER USER den Realm %2.</translation>
    </message>
    <message>
        <source>Logs in with a ticket of the realm %1.</source>
        <translation>Meldet sich mit einem Ticket des Realms %1 an.</translation>
    </message>
    <message>
        <source>Your ticket is of the realm %1, the account of %2, so that the login is denied. Sign in to %2, or give the account the other realm with ALTER USER.</source>
        <translation>Ihr Ticket gehört zum Realm %1, das Konto zu %2; die Anmeldung wird daher abgelehnt. Melden Sie sich bei %2 an, oder geben Sie dem Konto mit ALTER USER den anderen Realm.</translation>
    </message>
    <message>
        <source>Your ticket says %1, the account %2: the login is denied unless capital and small letters agree, or authentication_kerberos_caseins_cmp is on (Aurora).</source>
        <translation>Im Ticket steht %1, im Konto %2: Die Anmeldung wird abgelehnt, solange Groß- und Kleinschreibung nicht übereinstimmen, außer wenn authentication_kerberos_caseins_cmp eingeschaltet ist (Aurora).</translation>
    </message>
    <message>
        <source>Logs in with your ticket.</source>
        <translation>Meldet sich mit Ihrem Ticket an.</translation>
    </message>
    <message>
        <source>Logs in with any ticket of a user named %1 that the server accepts, whatever its realm. Name the principal to be strict.</source>
        <translation>Meldet sich mit jedem vom Server angenommenen Ticket eines Benutzers %1 an, gleich aus welchem Realm. Nennen Sie den Principal, um streng zu sein.</translation>
    </message>
    <message>
        <source>Your ticket says %1, the account wants %2: they must agree letter by letter.</source>
        <translation>Im Ticket steht %1, das Konto verlangt %2: Beide müssen Zeichen für Zeichen übereinstimmen.</translation>
    </message>
    <message>
        <source>%1 is no whole principal, because it has no realm; no ticket fits. Give it one with ALTER USER.</source>
        <translation>%1 ist kein vollständiger Principal, weil der Realm fehlt; kein Ticket passt. Ergänzen Sie ihn mit ALTER USER.</translation>
    </message>
    <message>
        <source>Logs in with a ticket of %1.</source>
        <translation>Meldet sich mit einem Ticket von %1 an.</translation>
    </message>
    <message>
        <source>Logs in through PAM. Aurora MySQL 3 does not have it: change the account to authentication_kerberos with ALTER USER.</source>
        <translation>Meldet sich über PAM an. Aurora MySQL 3 kennt das nicht: Stellen Sie das Konto mit ALTER USER auf authentication_kerberos um.</translation>
    </message>
    <message>
        <source>Logs in with IAM, and so not with a ticket.</source>
        <translation>Meldet sich mit IAM an und daher nicht mit einem Ticket.</translation>
    </message>
    <message>
        <source>The password has expired.</source>
        <translation>Das Passwort ist abgelaufen.</translation>
    </message>
</context>
<context>
    <name>latchkey::schema::AccountStatements</name>
    <message>
        <source>“%1” was left out, because it is no whole principal: write it as user@REALM.</source>
        <translation>„%1“ wurde ausgelassen, weil es kein vollständiger Principal ist: Schreiben Sie ihn als benutzer@REALM.</translation>
    </message>
    <message>
        <source>“%1” was left out, because this kind of server allows names of at most %2 characters.</source>
        <translation>„%1“ wurde ausgelassen, weil Server dieser Art nur Namen mit höchstens %2 Zeichen erlauben.</translation>
    </message>
    <message>
        <source>“%1” was left out, because it has a backslash or a control character, which servers read differently.</source>
        <translation>„%1“ wurde ausgelassen, weil es einen umgekehrten Schrägstrich oder ein Steuerzeichen enthält, die Server unterschiedlich lesen.</translation>
    </message>
    <message>
        <source>The host has a backslash, which servers read differently. Write a name, an address, or a pattern with %.</source>
        <translation>Der Host enthält einen umgekehrten Schrägstrich, den Server unterschiedlich lesen. Schreiben Sie einen Namen, eine Adresse oder ein Muster mit %.</translation>
    </message>
    <message>
        <source>The realm of “%1” has small letters; that of a directory is its DNS domain in capital letters.</source>
        <translation>Der Realm von „%1“ enthält Kleinbuchstaben; der eines Verzeichnisses ist dessen DNS-Domäne in Großbuchstaben.</translation>
    </message>
</context>
<context>
    <name>latchkey::schema::Plan</name>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>The server’s plan cannot be read, because it is not the JSON text that was asked for. Look at the plan as a table instead.</source>
        <translation>Der Plan des Servers kann nicht gelesen werden, weil er nicht der verlangte JSON-Text ist. Sehen Sie sich den Plan stattdessen als Tabelle an.</translation>
    </message>
</context>
<context>
    <name>latchkey::schema::Questions</name>
    <message>
        <source>The server does not show this definition, because the account lacks the privilege for it. Ask the administrator for SHOW ROUTINE, TRIGGER or EVENT, as it needs.</source>
        <translation>Der Server zeigt diese Definition nicht, weil dem Konto das Recht dazu fehlt. Bitten Sie den Administrator je nach Bedarf um SHOW ROUTINE, TRIGGER oder EVENT.</translation>
    </message>
</context>
<context>
    <name>latchkey::schema::SchemaCache</name>
    <message>
        <source>There is no connection to ask. Connect, then try again.</source>
        <translation>Es gibt keine Verbindung, über die gefragt werden kann. Verbinden Sie sich und versuchen Sie es erneut.</translation>
    </message>
</context>
<context>
    <name>latchkey::secrets</name>
    <message>
        <source>The list of remembered passwords, “%1”, cannot be written. Check who owns it and its permissions.</source>
        <translation>Die Liste der gemerkten Passwörter, „%1“, kann nicht geschrieben werden. Prüfen Sie Eigentümer und Zugriffsrechte der Datei.</translation>
    </message>
</context>
<context>
    <name>latchkey::sql::Connection</name>
    <message>
        <source>The CA file “%1” cannot be read, so the server could not be verified. Choose another file in the profile, or correct its permissions.</source>
        <translation>Die CA-Datei „%1“ kann nicht gelesen werden, daher konnte der Server nicht geprüft werden. Wählen Sie im Profil eine andere Datei, oder berichtigen Sie ihre Zugriffsrechte.</translation>
    </message>
    <message>
        <source>The client certificate “%1” cannot be read, so the server was not spoken to. Choose another file in the profile, or correct its permissions.</source>
        <translation>Das Client-Zertifikat „%1“ ist nicht lesbar, deshalb wurde der Server nicht angesprochen. Wählen Sie im Profil eine andere Datei, oder berichtigen Sie deren Rechte.</translation>
    </message>
    <message>
        <source>The key “%1” of the client certificate cannot be read, so the server was not spoken to. Choose another file in the profile, or correct its permissions.</source>
        <translation>Der Schlüssel „%1“ des Client-Zertifikats ist nicht lesbar, deshalb wurde der Server nicht angesprochen. Wählen Sie im Profil eine andere Datei, oder berichtigen Sie deren Rechte.</translation>
    </message>
</context>
<context>
    <name>latchkey::sql::Error</name>
    <message>
        <source>The server %1 wants a ticket for the service “%2”. A database server is expected to be a service of the class “mysql” or “mariadb”, so no ticket was asked for and nothing was sent. If this really is the server’s name, enter it as the expected service (SPN) in the profile.</source>
        <translation>Der Server %1 verlangt ein Ticket für den Dienst „%2“. Von einem Datenbankserver wird ein Dienst der Klasse „mysql“ oder „mariadb“ erwartet; daher wurde kein Ticket geholt und nichts gesendet. Ist das wirklich der Name des Servers, tragen Sie ihn im Profil als erwarteten Dienst (SPN) ein.</translation>
    </message>
    <message>
        <source>The server %1 wants a ticket for the service “%2”, but the profile expects “%3”. No ticket was asked for and nothing was sent. If the server was renamed on purpose, change the expected service (SPN) in the profile to “%2”; if nobody told you of a change, do not connect, and tell the administrator.</source>
        <translation>Der Server %1 verlangt ein Ticket für den Dienst „%2“, das Profil erwartet aber „%3“. Es wurde kein Ticket geholt und nichts gesendet. Wurde der Server absichtlich umbenannt, ändern Sie den erwarteten Dienst (SPN) im Profil in „%2“; hat Ihnen niemand eine Änderung mitgeteilt, verbinden Sie nicht und melden Sie es der Administration.</translation>
    </message>
    <message>
        <source>There is no ticket of %1 to log in with. Sign in as %1 and connect again.</source>
        <translation>Es gibt kein Ticket von %1, mit dem die Anmeldung möglich wäre. Melden Sie sich als %1 an und verbinden Sie erneut.</translation>
    </message>
    <message>
        <source>The ticket for the service “%1” could not be used. Sign in again; if that does not help, the details say what Kerberos reported.</source>
        <translation>Das Ticket für den Dienst „%1“ konnte nicht verwendet werden. Melden Sie sich erneut an; hilft das nicht, sagen die Details, was Kerberos gemeldet hat.</translation>
    </message>
    <message>
        <source>The server %1 wants to authenticate “%2” in another way than the profile says, so nothing was sent. Check the profile’s authentication method, and how the account was created on the server.</source>
        <translation>Der Server %1 will „%2“ anders authentifizieren, als das Profil es vorsieht; daher wurde nichts gesendet. Prüfen Sie das Authentifizierungsverfahren des Profils, und wie das Konto auf dem Server angelegt wurde.</translation>
    </message>
    <message>
        <source>What %1 sent makes no sense in a database login. Check host and port: another program may be listening there.</source>
        <translation>Was %1 gesendet hat, ergibt in einer Datenbankanmeldung keinen Sinn. Prüfen Sie Host und Port: Vielleicht lauscht dort ein anderes Programm.</translation>
    </message>
    <message>
        <source>The server %1 hung up while logging in. Check that it is running and not overloaded, then try again.</source>
        <translation>Der Server %1 hat während der Anmeldung aufgelegt. Prüfen Sie, ob er läuft und nicht überlastet ist, und versuchen Sie es dann erneut.</translation>
    </message>
    <message>
        <source>The account “%1” on %2 belongs to the realm %3, but the ticket is of %4. Sign in as %1@%3, or choose the matching principal in the profile.</source>
        <translation>Das Konto „%1“ auf %2 gehört zum Realm %3, das Ticket aber zu %4. Melden Sie sich als %1@%3 an, oder wählen Sie im Profil den passenden Principal.</translation>
    </message>
    <message>
        <source>The server %1 could not prove that it holds the key of its service, so it may be another one in its place. Do not connect until the administrator has looked at it.</source>
        <translation>Der Server %1 konnte nicht beweisen, dass er den Schlüssel seines Dienstes besitzt; es könnte also ein anderer an seiner Stelle sein. Verbinden Sie nicht, bevor die Administration nachgesehen hat.</translation>
    </message>
    <message>
        <source>The server %1 does not let “%2” in: the password is wrong, or there is no such account for this computer. Type the password again, or ask the administrator.</source>
        <translation>Der Server %1 lässt „%2“ nicht ein: Das Passwort ist falsch, oder es gibt kein solches Konto für diesen Rechner. Geben Sie das Passwort erneut ein, oder fragen Sie die Administration.</translation>
    </message>
    <message>
        <source>The server %1 does not let the account “%2” in with the ticket of %3. The usual causes: the account’s name or realm is spelled differently, upper and lower case included; the account is missing on the server; or the server’s clock or keytab is out of date. Compare the names, then ask the administrator to check the account and the keytab.</source>
        <translation>Der Server %1 lässt das Konto „%2“ mit dem Ticket von %3 nicht ein. Die üblichen Ursachen: Der Name oder der Realm des Kontos ist anders geschrieben, auch in Groß- und Kleinschreibung; das Konto fehlt auf dem Server; oder die Uhr oder die Keytab des Servers ist nicht aktuell. Vergleichen Sie die Namen, und bitten Sie dann die Administration, Konto und Keytab zu prüfen.</translation>
    </message>
    <message>
        <source>The server %1 does not accept connections from this computer. Ask the administrator to allow its address.</source>
        <translation>Der Server %1 nimmt von diesem Rechner keine Verbindungen an. Bitten Sie die Administration, seine Adresse zuzulassen.</translation>
    </message>
    <message>
        <source>The server %1 has no schema “%2”, or “%3” may not see it. Correct the profile’s schema or leave it empty.</source>
        <translation>Der Server %1 hat kein Schema „%2“, oder „%3“ darf es nicht sehen. Berichtigen Sie das Schema des Profils, oder lassen Sie es leer.</translation>
    </message>
    <message>
        <source>“%3” may not use the schema “%2” on %1. Leave the profile’s schema empty, or ask the administrator for the privilege.</source>
        <translation>„%3“ darf das Schema „%2“ auf %1 nicht verwenden. Lassen Sie das Schema des Profils leer, oder bitten Sie die Administration um das Recht.</translation>
    </message>
    <message>
        <source>The password of “%2” on %1 has expired. Ask the administrator for a new one.</source>
        <translation>Das Passwort von „%2“ auf %1 ist abgelaufen. Bitten Sie die Administration um ein neues.</translation>
    </message>
    <message>
        <source>The server %1 does not let “%2” in. The details hold its reason.</source>
        <translation>Der Server %1 lässt „%2“ nicht ein. Seinen Grund nennen die Details.</translation>
    </message>
    <message>
        <source>The server %1 has blocked this computer after many broken connections. Ask the administrator to run FLUSH HOSTS.</source>
        <translation>Der Server %1 hat diesen Rechner nach vielen abgebrochenen Verbindungen gesperrt. Bitten Sie die Administration, FLUSH HOSTS auszuführen.</translation>
    </message>
    <message>
        <source>The server %1 has no connection left. Close sessions that are not needed, or try again later.</source>
        <translation>Der Server %1 hat keine Verbindung mehr frei. Schließen Sie nicht benötigte Sitzungen, oder versuchen Sie es später erneut.</translation>
    </message>
    <message>
        <source>No database server answers at %1. Check host and port, that the server is running, and that no firewall or missing VPN is in the way.</source>
        <translation>Unter %1 antwortet kein Datenbankserver. Prüfen Sie Host und Port, ob der Server läuft und ob eine Firewall oder ein fehlendes VPN im Weg ist.</translation>
    </message>
    <message>
        <source>No trustworthy encrypted connection to %1 could be made. Nothing was sent.</source>
        <translation>Es konnte keine vertrauenswürdige verschlüsselte Verbindung mit %1 hergestellt werden. Nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>The connection to the server is gone: it was stopped, restarted, or the network broke. What the last statement did is not known. Connect again, and check before repeating it.</source>
        <translation>Die Verbindung mit dem Server ist weg: Er wurde angehalten oder neu gestartet, oder das Netz brach ab. Was die letzte Anweisung bewirkt hat, ist nicht bekannt. Verbinden Sie neu, und sehen Sie nach, bevor Sie sie wiederholen.</translation>
    </message>
    <message>
        <source>Somebody else stopped the statement on the server (KILL QUERY or a time limit). Run it again if that was not meant.</source>
        <translation>Jemand anderes hat die Anweisung auf dem Server abgebrochen (KILL QUERY oder eine Zeitgrenze). Führen Sie sie erneut aus, wenn das nicht beabsichtigt war.</translation>
    </message>
    <message>
        <source>The server refuses the statement with error %1: %2</source>
        <translation>Der Server lehnt die Anweisung mit Fehler %1 ab: %2</translation>
    </message>
    <message>
        <source>The server %1 offers no encryption (TLS), but the profile demands it, so nothing was sent. Ask the administrator to switch TLS on; only if the network in between is trusted, allow unencrypted connections in the profile.</source>
        <translation>Der Server %1 bietet keine Verschlüsselung (TLS) an, das Profil verlangt sie aber; daher wurde nichts gesendet. Bitten Sie die Administration, TLS einzuschalten; nur wenn das Netz dazwischen vertrauenswürdig ist, erlauben Sie im Profil unverschlüsselte Verbindungen.</translation>
    </message>
    <message>
        <source>The host “%1” is not known. Check the spelling, the network and the VPN.</source>
        <translation>Der Host „%1“ ist nicht bekannt. Prüfen Sie die Schreibweise, das Netz und das VPN.</translation>
    </message>
    <message numerus="yes">
        <source>%1 has not answered in %n second(s). Check host and port, that the server is running, and that no firewall or missing VPN is in the way.</source>
        <translation>
            <numerusform>%1 hat seit %n Sekunde nicht geantwortet. Prüfen Sie Host und Port, ob der Server läuft und ob eine Firewall oder ein fehlendes VPN im Weg ist.</numerusform>
            <numerusform>%1 hat seit %n Sekunden nicht geantwortet. Prüfen Sie Host und Port, ob der Server läuft und ob eine Firewall oder ein fehlendes VPN im Weg ist.</numerusform>
        </translation>
    </message>
    <message>
        <source>The server %1 wants to authenticate “%2” in a way that is not safe without encryption, so the password was not sent. Turn on TLS in the profile.</source>
        <translation>Der Server %1 will „%2“ auf eine Weise authentifizieren, die ohne Verschlüsselung nicht sicher ist; daher wurde das Passwort nicht gesendet. Schalten Sie im Profil TLS ein.</translation>
    </message>
    <message>
        <source>The server %1 offers no encryption as new as TLS %2, which the profile demands, so the session was not opened. Ask the administrator to switch it on, or accept an older version in the profile.</source>
        <translation>Der Server %1 bietet keine Verschlüsselung an, die so neu ist wie TLS %2; das Profil verlangt es, deshalb wurde die Sitzung nicht geöffnet. Bitten Sie den Administrator, sie einzuschalten, oder lassen Sie im Profil eine ältere Version zu.</translation>
    </message>
    <message>
        <source>No encrypted connection could be made with the client certificate “%1”: the server does not accept it, or its key does not belong to it or has a passphrase. Nothing was sent. Check both files in the profile.</source>
        <translation>Mit dem Client-Zertifikat „%1“ kam keine verschlüsselte Verbindung zustande: Der Server nimmt es nicht an, oder der Schlüssel gehört nicht dazu oder hat eine Passphrase. Es wurde nichts gesendet. Prüfen Sie beide Dateien im Profil.</translation>
    </message>
</context>
<context>
    <name>latchkey::sql::ServerFacts</name>
    <message>
        <source>This is the profile of a writer, but the server %1 takes no writes: after a fail-over another one may have become the writer. Reconnect to look the writer up again.</source>
        <translation>Dies ist das Profil eines Schreibers, aber der Server %1 nimmt keine Schreibzugriffe an: Nach einem Failover kann ein anderer der Schreiber sein. Verbinden Sie neu, um den Schreiber neu zu suchen.</translation>
    </message>
    <message>
        <source>This is the profile of a reader, but the server %1 takes writes: the cluster has no reader now, or has made this one the writer. Reconnect to look for a reader.</source>
        <translation>Dies ist das Profil eines Lesers, aber der Server %1 nimmt Schreibzugriffe an: Der Cluster hat zurzeit keinen Leser oder hat diesen zum Schreiber gemacht. Verbinden Sie neu, um einen Leser zu suchen.</translation>
    </message>
</context>
<context>
    <name>latchkey::sql::Session</name>
    <message>
        <source>This session has lost its connection. Connect again.</source>
        <translation>Diese Sitzung hat ihre Verbindung verloren. Verbinden Sie neu.</translation>
    </message>
    <message numerus="yes">
        <source>The server has not answered for %n second(s), which is the profile’s limit, so the statement was stopped and the session closed. What the statement did is not known. Connect again, and check before repeating it.</source>
        <translation>
            <numerusform>Der Server hat seit %n Sekunde nicht geantwortet, was die Grenze des Profils ist; deshalb wurde die Anweisung angehalten und die Sitzung geschlossen. Was die Anweisung getan hat, ist nicht bekannt. Verbinden Sie sich neu, und sehen Sie nach, bevor Sie sie wiederholen.</numerusform>
            <numerusform>Der Server hat seit %n Sekunden nicht geantwortet, was die Grenze des Profils ist; deshalb wurde die Anweisung angehalten und die Sitzung geschlossen. Was die Anweisung getan hat, ist nicht bekannt. Verbinden Sie sich neu, und sehen Sie nach, bevor Sie sie wiederholen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This session was not used for %n second(s), which is the profile’s limit, so it was closed; what was not committed is rolled back. Connect again to go on.</source>
        <translation>
            <numerusform>Diese Sitzung wurde %n Sekunde lang nicht benutzt, was die Grenze des Profils ist; deshalb wurde sie geschlossen, und was nicht abgeschlossen war, ist zurückgerollt. Verbinden Sie sich neu, um weiterzumachen.</numerusform>
            <numerusform>Diese Sitzung wurde %n Sekunden lang nicht benutzt, was die Grenze des Profils ist; deshalb wurde sie geschlossen, und was nicht abgeschlossen war, ist zurückgerollt. Verbinden Sie sich neu, um weiterzumachen.</numerusform>
        </translation>
    </message>
    <message>
        <source>The connection to the server is gone: the server was stopped or restarted, the session was killed, or the network broke. No statement was running. Connect again to go on.</source>
        <translation>Die Verbindung zum Server ist abgebrochen: Der Server wurde angehalten oder neu gestartet, die Sitzung wurde beendet, oder das Netz ist ausgefallen. Es lief keine Anweisung. Verbinden Sie neu, um fortzufahren.</translation>
    </message>
    <message>
        <source>The server did not confirm in time that it has stopped the statement, so the connection was cut; what was not committed is rolled back. Connect again to go on.</source>
        <translation>Der Server hat nicht rechtzeitig bestätigt, dass er die Anweisung abgebrochen hat, daher wurde die Verbindung getrennt; was nicht festgeschrieben war, wird zurückgerollt. Verbinden Sie sich neu, um weiterzuarbeiten.</translation>
    </message>
    <message>
        <source>Cancelled: the server has stopped the statement, and undone what it had changed, except in tables without transactions.</source>
        <translation>Abgebrochen: Der Server hat die Anweisung beendet und rückgängig gemacht, was sie geändert hatte, außer in Tabellen ohne Transaktionen.</translation>
    </message>
    <message>
        <source>The server did not confirm in time that it has stopped the statement, so the connection was cut. Whether the statement took effect is not known: it may even go on. Connect again, and check before repeating it.</source>
        <translation>Der Server hat nicht rechtzeitig bestätigt, dass er die Anweisung abgebrochen hat, daher wurde die Verbindung getrennt. Ob die Anweisung wirksam wurde, ist nicht bekannt: Sie kann sogar noch laufen. Verbinden Sie sich neu, und prüfen Sie das, bevor Sie sie wiederholen.</translation>
    </message>
    <message>
        <source>The statement had to be stopped through a second connection, which could not be opened, so this one was cut; what was not committed is rolled back. Why it could not be opened: %1</source>
        <translation>Die Anweisung musste über eine zweite Verbindung angehalten werden, die sich nicht öffnen ließ; daher wurde diese getrennt. Was nicht festgeschrieben war, wird zurückgerollt. Warum sie sich nicht öffnen ließ: %1</translation>
    </message>
    <message>
        <source>The statement had to be stopped through a second connection, which could not be opened, so this one was cut. Whether the statement took effect is not known: it may even go on. Connect again, and check before repeating it. Why it could not be opened: %1</source>
        <translation>Die Anweisung musste über eine zweite Verbindung angehalten werden, die sich nicht öffnen ließ, deshalb wurde diese getrennt. Ob die Anweisung gewirkt hat, ist nicht bekannt: Sie läuft womöglich noch. Verbinden Sie sich neu, und sehen Sie nach, bevor Sie sie wiederholen. Warum sie sich nicht öffnen ließ: %1</translation>
    </message>
</context>
<context>
    <name>latchkey::sql::SessionSetup</name>
    <message>
        <source>The server does not take the profile’s character set “%1”, so the session was not opened. Correct it in the profile, or leave it empty for utf8mb4.</source>
        <translation>Der Server nimmt den Zeichensatz „%1“ des Profils nicht an, deshalb wurde die Sitzung nicht geöffnet. Berichtigen Sie ihn im Profil, oder lassen Sie ihn für utf8mb4 leer.</translation>
    </message>
    <message>
        <source>The server does not know the profile’s time zone “%1”, so the session was not opened. Write it as +01:00, or ask the administrator to load the time zone tables.</source>
        <translation>Der Server kennt die Zeitzone „%1“ des Profils nicht, deshalb wurde die Sitzung nicht geöffnet. Schreiben Sie sie als +01:00, oder bitten Sie den Administrator, die Zeitzonentabellen zu laden.</translation>
    </message>
    <message>
        <source>The server does not take the profile’s session variable “%1”, so the session was not opened. Correct its name or value in the profile.</source>
        <translation>Der Server nimmt die Sitzungsvariable „%1“ des Profils nicht an, deshalb wurde die Sitzung nicht geöffnet. Berichtigen Sie Namen oder Wert im Profil.</translation>
    </message>
    <message>
        <source>The server cannot make the session read-only, as the profile wants it, so it was not opened.</source>
        <translation>Der Server kann die Sitzung nicht, wie vom Profil verlangt, auf Lesen beschränken, deshalb wurde sie nicht geöffnet.</translation>
    </message>
    <message>
        <source>The server refuses “%1”, one of the statements that the profile begins a session with, so the session was not opened. Correct it in the profile.</source>
        <translation>Der Server lehnt „%1“ ab, eine der Anweisungen, mit denen das Profil eine Sitzung beginnt, deshalb wurde die Sitzung nicht geöffnet. Berichtigen Sie sie im Profil.</translation>
    </message>
</context>
<context>
    <name>latchkey::sql::SessionState</name>
    <message>
        <source>The open transaction is over: the server rolls back what was not committed.</source>
        <translation>Die offene Transaktion ist beendet: Der Server macht rückgängig, was nicht festgeschrieben war.</translation>
    </message>
    <message>
        <source>The temporary tables that this session created are gone.</source>
        <translation>Die temporären Tabellen, die diese Sitzung angelegt hat, gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>The user variables (@…) are empty again.</source>
        <translation>Die Benutzervariablen (@…) sind wieder leer.</translation>
    </message>
    <message>
        <source>Session variables that were set by hand have the profile’s values again.</source>
        <translation>Von Hand gesetzte Sitzungsvariablen haben wieder die Werte des Profils.</translation>
    </message>
    <message>
        <source>The table locks are released.</source>
        <translation>Die Tabellensperren sind aufgehoben.</translation>
    </message>
    <message>
        <source>The locks of GET_LOCK() are released.</source>
        <translation>Die Sperren von GET_LOCK() sind aufgehoben.</translation>
    </message>
    <message>
        <source>The prepared statements are gone.</source>
        <translation>Die vorbereiteten Anweisungen gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>The statement chose another character set for texts. Latchkey sends and reads Unicode whatever is chosen, so the session was set back to utf8mb4.</source>
        <translation>Die Anweisung hat einen anderen Zeichensatz für Texte gewählt. Latchkey sendet und liest Unicode, was auch gewählt ist, daher wurde die Sitzung auf utf8mb4 zurückgestellt.</translation>
    </message>
    <message>
        <source>What SET TRANSACTION chose for the next transaction is forgotten.</source>
        <translation>Was SET TRANSACTION für die nächste Transaktion gewählt hat, ist vergessen.</translation>
    </message>
</context>
<context>
    <name>latchkey::sql::TlsReason</name>
    <message>
        <source>The certificate of %1 expired on %2, so nothing was sent. Ask the administrator to renew it, and check this computer’s date.</source>
        <translation>Das Zertifikat von %1 ist am %2 abgelaufen, daher wurde nichts gesendet. Bitten Sie die Administration, es zu erneuern, und prüfen Sie das Datum dieses Rechners.</translation>
    </message>
    <message>
        <source>The certificate of %1 is not valid yet, so nothing was sent. Check this computer’s date, then ask the administrator.</source>
        <translation>Das Zertifikat von %1 ist noch nicht gültig, daher wurde nichts gesendet. Prüfen Sie das Datum dieses Rechners, und fragen Sie dann die Administration.</translation>
    </message>
    <message>
        <source>The server’s certificate is for %2, not for %1, so nothing was sent. Enter the name in the certificate as the profile’s host, or ask the administrator for a certificate with this name.</source>
        <translation>Das Zertifikat des Servers gilt für %2, nicht für %1, daher wurde nichts gesendet. Tragen Sie den Namen aus dem Zertifikat als Host des Profils ein, oder bitten Sie die Administration um ein Zertifikat mit diesem Namen.</translation>
    </message>
    <message>
        <source>The certificate of %1 was not issued by an authority that this computer trusts, so nothing was sent. Give the profile the CA file of the server (for Amazon RDS: the RDS bundle).</source>
        <translation>Das Zertifikat von %1 stammt nicht von einer Zertifizierungsstelle, der dieser Rechner vertraut, daher wurde nichts gesendet. Geben Sie dem Profil die CA-Datei des Servers (für Amazon RDS: das RDS-Bundle).</translation>
    </message>
    <message>
        <source>The certificate of %1 was not issued by the authority in “%2”, so nothing was sent. Ask the administrator for the right CA file.</source>
        <translation>Das Zertifikat von %1 stammt nicht von der Zertifizierungsstelle in „%2“, daher wurde nichts gesendet. Bitten Sie die Administration um die richtige CA-Datei.</translation>
    </message>
</context>
</TS>
