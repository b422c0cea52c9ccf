// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/profileformrow.h"

#include "core/profile/profiledocument.h"
#include "ui/theme.h"

#include <QComboBox>
#include <QFormLayout>

#include <algorithm>

namespace latchkey {

namespace {

void showInstead(QWidget *field, const QString &text)
{
    auto *box = qobject_cast<QComboBox *>(field);
    auto *line = box ? box->lineEdit() : qobject_cast<QLineEdit *>(field);
    if (line)
        line->setPlaceholderText(text);
    else if (box)
        box->setPlaceholderText(text);
}

} // namespace

ProfileForm::ProfileForm(QWidget *home) : QObject(home), m_home(home) { }

ProfileForm::~ProfileForm() = default;

void ProfileForm::beginSection(const QString &title, QVBoxLayout *column)
{
    auto *heading = new QLabel(title, m_home);
    QFont strong = m_home->font();
    strong.setWeight(QFont::DemiBold);
    heading->setFont(strong);
    column->addWidget(heading);
    m_section = new QFormLayout;
    m_section->setHorizontalSpacing(theme::wide);
    m_section->setVerticalSpacing(theme::unit);
    m_section->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    column->addLayout(m_section);
    column->addSpacing(theme::unit);
}

ProfileForm::Row &ProfileForm::addRow(const Label &label, QWidget *field)
{
    auto *cell = new QWidget(m_home);
    auto *column = new QVBoxLayout(cell);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addWidget(field);
    auto row = std::make_unique<Row>();
    row->field = profileField(label.key);
    row->problem = label.problem;
    row->cell = cell;
    row->widget = field->focusProxy() ? field->focusProxy() : field;
    row->widget->setObjectName(
        QString::fromLatin1(label.key.data(), static_cast<qsizetype>(label.key.size())));
    if (row->widget->accessibleName().isEmpty())
        row->widget->setAccessibleName(QString(label.text).remove(QLatin1Char('&')));
    for (QLabel **line : {&row->complaint, &row->note}) {
        *line = new QLabel(cell);
        (*line)->setWordWrap(true);
        (*line)->setFont(theme::caption(m_home->font()));
        (*line)->hide();
        column->addWidget(*line);
    }
    if (label.problem)
        row->complaint->setObjectName(QStringLiteral("problem%1").arg(static_cast<int>(*label.problem)));
    row->note->setTextFormat(Qt::RichText);
    connect(row->note, &QLabel::linkActivated, this, [this, made = row.get()] {
        made->widget->setFocus();
        inherit(*made);
    });

    auto *name = new QLabel(label.text, m_home);
    name->setBuddy(row->widget);
    name->setFixedHeight(std::min(field->sizeHint().height(), QLineEdit().sizeHint().height()));
    m_section->addRow(name, cell);
    m_names.append(name);
    m_rows.push_back(std::move(row));
    return *m_rows.back();
}

void ProfileForm::finish()
{
    int widest = 0;
    for (const QLabel *name : std::as_const(m_names))
        widest = std::max(widest, name->sizeHint().width());
    for (QLabel *name : std::as_const(m_names))
        name->setFixedWidth(widest);
}

void ProfileForm::show(const Profile &profile)
{
    m_several = false;
    m_isShowing = true;
    for (const auto &row : m_rows) {
        if (!row->touched)
            row->show(profile);
    }
    m_isShowing = false;
    refresh();
}

void ProfileForm::showSeveral(const QList<Profile> &profiles)
{
    m_several = true;
    m_isShowing = true;
    for (const auto &row : m_rows) {
        const Profile &first = profiles.first();
        row->differs = std::any_of(profiles.begin(), profiles.end(),
                                   [&](const Profile &profile) { return !row->field->same(profile, first); });
        row->show(row->differs ? blankProfile() : first);
        if (row->differs) {
            row->blank();
            showInstead(row->widget, tr("several values")); // not what no value means
        }
    }
    m_isShowing = false;
    refresh();
}

void ProfileForm::setInheritance(const Inheritance &inheritance)
{
    m_inheritance = inheritance;
    refresh();
}

void ProfileForm::restrictTo(std::span<const std::string_view> keys)
{
    m_restriction = keys;
    for (const auto &row : m_rows)
        row->cell->setEnabled(isFree(*row));
    refresh();
}

bool ProfileForm::isFree(const Row &row) const
{
    return m_restriction.empty()
           || std::find(m_restriction.begin(), m_restriction.end(), row.field->key) != m_restriction.end();
}

void ProfileForm::inheritAll()
{
    for (const auto &row : m_rows) {
        if (isFree(*row))
            inherit(*row);
    }
}

ProfileChange ProfileForm::change() const
{
    ProfileChange change{{}, blankProfile()};
    for (const auto &row : m_rows) {
        if (!row->touched)
            continue;
        row->take(change.values);
        change.fields.push_back(row->field);
    }
    return change;
}

void ProfileForm::onEdited(Row &row)
{
    if (m_isShowing)
        return;
    row.touched = true;
    refresh();
    Q_EMIT edited();
}

void ProfileForm::refresh()
{
    Profile now = blankProfile();
    for (const auto &row : m_rows)
        row->take(now);
    for (const auto &row : m_rows)
        note(*row, now);
}

void ProfileForm::note(Row &row, const Profile &now)
{
    QString text;
    const Profile &folder = m_inheritance.settings;
    if (m_several)
        text = row.differs && !row.touched ? tr("Several values; stays as it is.") : QString();
    else if (!m_restriction.empty())
        text = isFree(row) && !row.field->same(now, folder)
                   ? tr("Your own. <a href=\"inherit\">Take the catalogue’s</a>")
                   : QString();
    else if (!m_inheritance.from.isEmpty() && row.field->isInherited
             && !row.field->same(folder, blankProfile()))
        text = row.field->same(now, folder)
                   ? tr("From “%1”").arg(m_inheritance.from.toHtmlEscaped())
                   : tr("Not as “%1” says. <a href=\"inherit\">Take it from there</a>")
                         .arg(m_inheritance.from.toHtmlEscaped());
    row.note->setText(text);
    theme::setInk(row.note, theme::Colour::MutedText, m_home->palette());
    row.note->setVisible(!text.isEmpty());
}

void ProfileForm::inherit(Row &row)
{
    m_isShowing = true;
    row.show(m_inheritance.settings);
    m_isShowing = false;
    onEdited(row);
}

void ProfileForm::showProblems(const QList<FieldProblem> &problems)
{
    for (const auto &row : m_rows) {
        const auto found =
            std::find_if(problems.begin(), problems.end(),
                         [&row](const FieldProblem &problem) { return row->problem == problem.field; });
        const bool isShown = row->touched && found != problems.end();
        if (isShown) {
            theme::setInk(row->complaint, theme::Colour::Danger, m_home->palette());
            row->complaint->setText(QStringLiteral("⚠ %1").arg(found->message));
        }
        row->complaint->setVisible(isShown);
    }
}

void ProfileForm::touch(Problem problem)
{
    for (const auto &row : m_rows)
        row->touched = row->touched || row->problem == problem;
}

QWidget *ProfileForm::fieldOf(Problem problem) const
{
    for (const auto &row : m_rows) {
        if (row->problem == problem)
            return row->widget;
    }
    return nullptr;
}

} // namespace latchkey
