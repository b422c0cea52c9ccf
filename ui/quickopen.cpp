// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/quickopen.h"

#include "ui/environments.h"
#include "ui/icons.h"
#include "ui/profilerows.h"
#include "ui/profiletree.h"
#include "ui/rowdelegate.h"

#include <QAbstractListModel>
#include <QCoreApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QVBoxLayout>

namespace latchkey {

namespace {

class ProfileList final : public QAbstractListModel
{
public:
    ProfileList(QList<Profile> profiles, QObject *parent)
        : QAbstractListModel(parent), m_profiles(std::move(profiles))
    { }

    int rowCount(const QModelIndex &parent) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_profiles.size());
    }

    QVariant data(const QModelIndex &index, int role) const override
    {
        const Profile &profile = m_profiles.at(index.row());
        const EnvironmentLook look = lookOf(profile.environment);
        switch (role) {
        case Qt::DisplayRole:
            return profile.path().replace(QLatin1Char('/'), QStringLiteral(" / "));
        case Qt::DecorationRole:
            return icons::icon(QStringLiteral("database"));
        case ProfileModel::IdRole:
            return profile.id;
        case ProfileModel::SearchRole:
            return searchText(profile);
        case rowrole::Tall:
            return true;
        case rowrole::SecondLine:
            return QStringLiteral("%1:%2").arg(profile.host).arg(profile.port);
        case rowrole::Badge:
            return look.word;
        case rowrole::BadgeIcon:
            return look.icon;
        case rowrole::BadgeColour:
            return static_cast<int>(look.colour);
        default:
            return {};
        }
    }

private:
    QList<Profile> m_profiles;
};

} // namespace

QuickOpen::QuickOpen(const QList<Profile> &profiles, QWidget *parent) : QDialog(parent, Qt::Popup)
{
    setObjectName(QStringLiteral("quickOpen"));
    setAccessibleName(tr("Quick open"));
    m_field = new QLineEdit(this);
    m_field->setObjectName(QStringLiteral("quickOpenField"));
    m_field->setPlaceholderText(tr("Connect to…"));
    m_field->setAccessibleName(tr("Profile to connect to"));
    m_field->addAction(icons::icon(QStringLiteral("search"), theme::Colour::MutedText),
                       QLineEdit::LeadingPosition);
    m_field->installEventFilter(this);
    auto *filter = new ProfileFilter(this);
    filter->setSourceModel(new ProfileList(profiles, filter));
    m_list = new QListView(this);
    m_list->setAccessibleName(tr("Profiles"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setItemDelegate(new RowDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setModel(filter);
    m_list->setCurrentIndex(filter->index(0, 0));

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(theme::unit, theme::unit, theme::unit, theme::unit);
    column->setSpacing(theme::unit);
    column->addWidget(m_field);
    column->addWidget(m_list);
    resize(560, 400);

    connect(m_field, &QLineEdit::textChanged, this, [this, filter](const QString &typed) {
        filter->setWords(typed);
        m_list->setCurrentIndex(filter->index(0, 0));
    });
    connect(m_list, &QListView::clicked, this, &QuickOpen::choose);
    m_field->setFocus();
}

void QuickOpen::choose()
{
    const QVariant id = m_list->currentIndex().data(ProfileModel::IdRole);
    if (!id.isValid())
        return;
    Q_EMIT chosen(id.toUuid());
    accept();
}

void QuickOpen::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().brush(QPalette::Base));
    painter.setPen(theme::colour(theme::Colour::MutedText, palette()));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

bool QuickOpen::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_field || event->type() != QEvent::KeyPress)
        return QDialog::eventFilter(watched, event);
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
        QCoreApplication::sendEvent(m_list, event);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        choose();
        return true;
    default:
        return QDialog::eventFilter(watched, event);
    }
}

} // namespace latchkey
