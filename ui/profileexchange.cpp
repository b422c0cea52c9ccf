// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/profileexchange.h"

#include "core/base/atomicfile.h"
#include "core/profile/chosen.h"
#include "core/profile/formats/aws.h"
#include "core/profile/formats/connectionfile.h"
#include "ui/awsdialog.h"
#include "ui/exportdialog.h"
#include "ui/icons.h"

#include <QClipboard>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>

namespace latchkey {

namespace {

ImportDialog::Read readFile(const QString &file)
{
    return [file]() -> Result<ImportDialog::Sources> {
        const auto content = readWhole(file, formats::maxFile);
        if (!content)
            return content.error();
        if (!*content)
            return Error{Error::Code::NotFound, ProfileExchange::tr("There is no file “%1”.").arg(file),
                         QString(), 0};
        return formats::readConnections(**content, file, nullptr);
    };
}

ImportDialog::Read readText(const QByteArray &text)
{
    return [text] { return formats::readConnections(text, QString(), nullptr); };
}

} // namespace

ProfileExchange::ProfileExchange(ProfileStore &store, const KnownProfiles &known, ProfileTree &tree,
                                 QWidget *window)
    : QObject(window), m_store(store), m_known(known), m_tree(tree), m_window(window)
{
    const auto action = [this](const QString &icon, const QString &text, auto slot) {
        auto *made = new QAction(icons::icon(icon), text, this);
        connect(made, &QAction::triggered, this, slot);
        return made;
    };
    m_import = action(QStringLiteral("import"), tr("&Import profiles…"), [this] { chooseFile(); });
    m_importFromAws = action(QStringLiteral("cluster"), tr("Import from A&WS…"), [this] { importFromAws(); });
    m_paste = action(QStringLiteral("import"), tr("Pas&te connection…"),
                     [this] { importText(QGuiApplication::clipboard()->text()); });
    m_paste->setToolTip(tr("A URI, a mysql command line, or any file's text"));
    m_paste->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_V);
    m_export = action(QStringLiteral("export"), tr("E&xport profiles…"), [this] { exportSelection(); });
}

void ProfileExchange::chooseFile()
{
    auto *dialog = new QFileDialog(m_window, tr("Import profiles"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &file) { importFile(file); });
    dialog->open();
}

ImportDialog *ProfileExchange::importFile(const QString &file)
{
    return show(tr("“%1”").arg(QFileInfo(file).fileName()), readFile(file));
}

ImportDialog *ProfileExchange::importText(const QString &text)
{
    return show(tr("the clipboard"), readText(text.toUtf8()));
}

AwsDialog *ProfileExchange::importFromAws()
{
    auto *dialog = new AwsDialog(QStringLiteral("aws"), m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &AwsDialog::answered, this, [this](const QList<QByteArray> &documents) {
        show(QStringLiteral("AWS"), readText(formats::joinedAnswers(documents)));
    });
    dialog->open();
    return dialog;
}

QStringList ProfileExchange::folders() const
{
    QStringList paths;
    for (const Profile &profile : m_store.profiles())
        paths.append(joinPath(profile.folder));
    paths.removeAll(QString());
    paths.removeDuplicates();
    return paths;
}

ImportDialog *ProfileExchange::show(const QString &from, const ImportDialog::Read &read)
{
    auto *dialog = new ImportDialog(m_store, from, read, folders(), m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ImportDialog::imported, this,
            [this](int count) { Q_EMIT imported(tr("Imported %n row(s).", nullptr, count)); });
    dialog->open();
    return dialog;
}

void ProfileExchange::exportSelection()
{
    const ProfileTree::Selection selection = m_tree.selection();
    const ProfileDocument document = selection.catalogues.isEmpty() ? m_store.document() : m_known.document();
    auto *dialog = new ExportDialog(
        document, chosen::profiles(document, {selection.profiles, selection.folders}), m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace latchkey
