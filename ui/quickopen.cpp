// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/quickopen.h"

#include "core/profile/match.h"
#include "ui/environments.h"
#include "ui/icons.h"
#include "ui/profilemodel.h"
#include "ui/rowdelegate.h"

#include <QAbstractListModel>
#include <QCoreApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace latchkey {

namespace {

constexpr std::size_t mostShown = 200; ///< nobody scrolls further

} // namespace

/// The profiles that match what was typed, the best first.
class QuickOpen::List final : public QAbstractListModel
{
public:
    List(QList<Profile> profiles, const QStringList &recent, QObject *parent)
        : QAbstractListModel(parent), m_profiles(std::move(profiles))
    {
        for (const Profile &profile : std::as_const(m_profiles)) {
            m_texts.emplace_back(profile);
            const qsizetype age = recent.indexOf(profile.id.toString());
            m_habits.push_back((age < 0 ? 0 : static_cast<int>(recent.size() - age))
                               + (profile.favourite ? 1 : 0));
        }
        find(QString());
    }

    void find(const QString &typed)
    {
        const QStringList words = searchWords(typed);
        std::vector<std::pair<int, int>> ranked; // minus the score, row
        for (std::size_t at = 0; at < m_texts.size(); ++at) {
            if (const int score = matchScore(m_texts[at], words); score > 0)
                ranked.emplace_back(-score * 1000 - m_habits[at], static_cast<int>(at));
        }
        const auto shown = std::min(ranked.size(), mostShown);
        std::partial_sort(ranked.begin(), ranked.begin() + static_cast<std::ptrdiff_t>(shown), ranked.end());
        beginResetModel();
        m_shown.clear();
        for (std::size_t at = 0; at < shown; ++at)
            m_shown.append(ranked[at].second);
        endResetModel();
    }

    int rowCount(const QModelIndex &parent) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
    }

    QVariant data(const QModelIndex &index, int role) const override
    {
        const Profile &profile = m_profiles.at(m_shown.at(index.row()));
        const EnvironmentLook look = lookOf(profile.environment);
        switch (role) {
        case Qt::DisplayRole:
            return profile.path().replace(QLatin1Char('/'), QStringLiteral(" / "));
        case Qt::DecorationRole:
            return icons::icon(QStringLiteral("database"));
        case ProfileModel::IdRole:
            return profile.id;
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
    std::vector<SearchText> m_texts;
    std::vector<int> m_habits; ///< how near at hand each is
    QList<int> m_shown;
};

QuickOpen::QuickOpen(const QList<Profile> &profiles, const QStringList &recent, QWidget *parent)
    : QDialog(parent, Qt::Popup)
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
    auto *found = new List(profiles, recent, this);
    m_list = new QListView(this);
    m_list->setAccessibleName(tr("Profiles"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setItemDelegate(new RowDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setModel(found);
    m_list->setCurrentIndex(found->index(0, 0));

    auto *keys = new QLabel(tr("Enter connects, Ctrl+Enter opens it in a terminal."), this);
    keys->setForegroundRole(QPalette::PlaceholderText);
    keys->setContentsMargins(theme::unit, 0, theme::unit, 0);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(theme::unit, theme::unit, theme::unit, theme::unit);
    column->setSpacing(theme::unit);
    column->addWidget(m_field);
    column->addWidget(m_list);
    column->addWidget(keys);
    resize(560, 400);

    connect(m_field, &QLineEdit::textChanged, this, [this, found](const QString &typed) {
        found->find(typed);
        m_list->setCurrentIndex(found->index(0, 0));
    });
    connect(m_list, &QListView::clicked, this, [this] { choose(&QuickOpen::chosen); });
    m_field->setFocus();
}

void QuickOpen::choose(void (QuickOpen::*signal)(const QUuid &id))
{
    const QVariant id = m_list->currentIndex().data(ProfileModel::IdRole);
    if (!id.isValid())
        return;
    Q_EMIT(this->*signal)(id.toUuid());
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
    const auto *pressed = static_cast<QKeyEvent *>(event);
    switch (pressed->key()) {
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
        QCoreApplication::sendEvent(m_list, event);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        choose(pressed->modifiers().testFlag(Qt::ControlModifier) ? &QuickOpen::chosenForTerminal
                                                                  : &QuickOpen::chosen);
        return true;
    default:
        return QDialog::eventFilter(watched, event);
    }
}

} // namespace latchkey
