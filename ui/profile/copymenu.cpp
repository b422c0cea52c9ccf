// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/profile/copymenu.h"

#include "core/connect/identityvalues.h"
#include "core/profile/exporter.h"
#include "core/profile/formats/commandline.h"
#include "core/profile/formats/latchkeyfile.h"
#include "core/profile/formats/uri.h"
#include "ui/icons.h"

#include <QClipboard>
#include <QGuiApplication>

namespace latchkey {

CopyMenu::CopyMenu(const KnownProfiles &known, const ProfileTree &tree, QWidget *parent)
    : QMenu(tr("Co&py as"), parent), m_known(known), m_tree(tree)
{
    setIcon(icons::icon(QStringLiteral("copy")));
    addAction(tr("&Host name"), this, &CopyMenu::copyHosts);
    const auto add = [this](const QString &text, const formats::Codec &codec) {
        addAction(text, this, [this, &codec] { copyAs(codec); });
    };
    add(tr("&Command line"), formats::commandLine);
    add(tr("&URI"), formats::uris);
    add(tr("&JSON"), formats::latchkeyFile);
}

void CopyMenu::copyHosts()
{
    QStringList hosts;
    for (const QUuid &id : m_tree.selection().profiles) {
        if (const Profile *profile = m_known.find(id))
            hosts.append(profile->host);
    }
    QGuiApplication::clipboard()->setText(hosts.join(QLatin1Char('\n')));
}

void CopyMenu::copyAs(const formats::Codec &codec)
{
    const bool isOurs = &codec == &formats::latchkeyFile;
    const auto exported = exportProfiles(isOurs ? m_known.document() : asUsed(m_known.document()),
                                         m_tree.selection().profiles, codec);
    if (exported)
        QGuiApplication::clipboard()->setText(QString::fromUtf8(exported->bytes));
    else
        Q_EMIT failed(exported.error());
}

} // namespace latchkey
