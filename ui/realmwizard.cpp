// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/realmwizard.h"

#include "core/base/linediff.h"
#include "core/base/whendone.h"
#include "ui/diffview.h"
#include "ui/errorbanner.h"
#include "ui/formlabels.h"
#include "ui/theme.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QRegularExpression>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace latchkey {

namespace {

using DefaultRealm = krb::AuroraPlan::DefaultRealm;

constexpr int leastWidth = 680;
constexpr int leastHeight = 520;

QStringList hosts(const QString &text)
{
    static const QRegularExpression separators(QStringLiteral("[\\s,;]+"));
    return text.split(separators, Qt::SkipEmptyParts);
}

QLabel *remark(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setWordWrap(true);
    label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

} // namespace

RealmWizard::RealmWizard(const krb::RealmService &service, QWidget *parent)
    : QDialog(parent), m_service(service)
{
    setObjectName(QStringLiteral("realmWizard"));
    setWindowTitle(tr("Set up Aurora’s realms"));
    m_banner = new ErrorBanner(this);
    m_pages = new QStackedWidget(this);
    m_pages->addWidget(buildQuestions());
    m_pages->addWidget(buildAnswer());
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(theme::page, theme::page, theme::page, theme::wide);
    column->setSpacing(theme::wide);
    column->addWidget(m_banner);
    column->addWidget(m_pages, 1);
    column->addLayout(buildButtons());
    setMinimumSize(leastWidth, leastHeight);
    updateFields();
    back();
}

QWidget *RealmWizard::buildKinds()
{
    auto *box = new QWidget(this);
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme::unit);
    auto *question = new QLabel(tr("Where are the database users’ accounts?"), box);
    QFont strong = question->font();
    strong.setWeight(QFont::DemiBold);
    question->setFont(strong);
    m_managed = new QRadioButton(tr("In the &AWS Managed Microsoft AD that the clusters are joined to"), box);
    m_managed->setObjectName(QStringLiteral("managed"));
    m_managed->setChecked(true);
    m_trust = new QRadioButton(tr("In a directory on &premises, which that one trusts"), box);
    m_trust->setObjectName(QStringLiteral("trust"));
    for (QWidget *one : QList<QWidget *>{question, m_managed, m_trust})
        column->addWidget(one);
    connect(m_trust, &QRadioButton::toggled, this, &RealmWizard::updateFields);
    return box;
}

QLineEdit *RealmWizard::addField(QFormLayout *form, Field what, const QString &label,
                                 const QString &placeholder)
{
    auto *cell = new QWidget(this);
    auto *column = new QVBoxLayout(cell);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    auto *edit = new QLineEdit(cell);
    edit->setPlaceholderText(placeholder);
    auto *hintLabel = new QLabel(cell);
    hintLabel->setWordWrap(true);
    hintLabel->setTextFormat(Qt::PlainText);
    hintLabel->setFont(theme::caption(font()));
    column->addWidget(edit);
    column->addWidget(hintLabel);
    auto *name = new QLabel(label, this);
    name->setBuddy(edit);
    name->setFixedHeight(edit->sizeHint().height());
    edit->setAccessibleName(name->text().remove(QLatin1Char('&')));
    form->addRow(name, cell);
    m_fields.insert(what, edit);
    m_hints.insert(what, hintLabel);
    connect(edit, &QLineEdit::textEdited, this, [this, what] {
        m_touched.insert(what, true);
        check();
    });
    return edit;
}

QWidget *RealmWizard::buildQuestions()
{
    auto *page = new QWidget(this);
    QWidget *kinds = buildKinds(); // Tab comes to them first
    m_form = new QFormLayout;
    m_form->setHorizontalSpacing(theme::wide);
    m_form->setVerticalSpacing(theme::unit);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    const QString byName = tr("none: the domain’s name leads to them");
    addField(m_form, Field::Directory, tr("&Domain of the AWS directory"), QStringLiteral("aws.example.com"))
        ->setObjectName(QStringLiteral("directory"));
    addField(m_form, Field::DirectoryKdcs, tr("Its domain &controllers"), byName)
        ->setObjectName(QStringLiteral("directoryKdcs"));
    addField(m_form, Field::OnPremises, tr("D&omain on premises"), QStringLiteral("corp.example.com"))
        ->setObjectName(QStringLiteral("onPremises"));
    addField(m_form, Field::OnPremisesKdcs, tr("Its domain co&ntrollers"), byName)
        ->setObjectName(QStringLiteral("onPremisesKdcs"));
    m_default = new QComboBox(page);
    m_default->setObjectName(QStringLiteral("defaultRealm"));
    m_default->setAccessibleName(tr("Default realm"));
    m_default->addItem(tr("that of the users"), static_cast<int>(DefaultRealm::Users));
    m_default->addItem(tr("that of the AWS directory"), static_cast<int>(DefaultRealm::Directory));
    m_default->addItem(tr("as it is now"), static_cast<int>(DefaultRealm::Unchanged));
    m_form->addRow(tr("De&fault realm"), m_default);
    alignLabels(*m_form);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme::page);
    column->addWidget(kinds);
    column->addLayout(m_form);
    column->addStretch();
    return page;
}

QWidget *RealmWizard::buildAnswer()
{
    auto *page = new QWidget(this);
    m_what = new QLabel(page);
    m_what->setObjectName(QStringLiteral("what"));
    m_what->setWordWrap(true);
    m_what->setTextFormat(Qt::PlainText);
    m_diff = new DiffView(page);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme::unit + theme::half);
    column->addWidget(m_what);
    column->addWidget(m_diff, 1);
    column->addWidget(
        remark(tr("Latchkey reads this file in front of the system’s krb5.conf, which stays as it is. "
                  "Other programs do not know it."),
               page));
    return page;
}

QLayout *RealmWizard::buildButtons()
{
    m_back = new QPushButton(tr("&Back"), this);
    m_back->setObjectName(QStringLiteral("back"));
    auto *cancel = new QPushButton(tr("Cancel"), this);
    cancel->setObjectName(QStringLiteral("cancel"));
    m_next = new QPushButton(tr("&Show the change"), this);
    m_next->setObjectName(QStringLiteral("next"));
    m_write = new QPushButton(tr("&Write the file"), this);
    m_write->setObjectName(QStringLiteral("write"));
    for (QPushButton *button : {m_back, cancel})
        button->setAutoDefault(false);
    connect(m_back, &QPushButton::clicked, this, &RealmWizard::back);
    connect(cancel, &QPushButton::clicked, this, &RealmWizard::reject);
    connect(m_next, &QPushButton::clicked, this, &RealmWizard::showChange);
    connect(m_write, &QPushButton::clicked, this, &RealmWizard::write);
    auto *line = new QHBoxLayout;
    line->setSpacing(theme::unit);
    line->addWidget(m_back);
    line->addStretch();
    line->addWidget(cancel);
    line->addWidget(m_next);
    line->addWidget(m_write);
    return line;
}

krb::AuroraPlan RealmWizard::plan() const
{
    const auto typed = [this](Field what) { return m_fields.value(what)->text(); };
    krb::AuroraPlan plan;
    plan.directory = typed(Field::Directory);
    plan.directoryKdcs = hosts(typed(Field::DirectoryKdcs));
    if (m_trust->isChecked()) {
        plan.onPremises = typed(Field::OnPremises);
        plan.onPremisesKdcs = hosts(typed(Field::OnPremisesKdcs));
    }
    plan.defaultRealm = static_cast<DefaultRealm>(m_default->currentData().toInt());
    return krb::tidied(plan);
}

void RealmWizard::fillIn(const QString &directory, const QString &onPremises)
{
    m_trust->setChecked(true);
    m_fields.value(Field::Directory)->setText(directory);
    m_fields.value(Field::OnPremises)->setText(onPremises);
    check();
}

bool RealmWizard::showsChange() const
{
    return m_pages->currentIndex() == 1;
}

void RealmWizard::updateFields()
{
    for (const Field what : {Field::OnPremises, Field::OnPremisesKdcs})
        m_form->setRowVisible(m_fields.value(what)->parentWidget(), m_trust->isChecked());
    check();
}

/// What comes of a field that is all right.
QString RealmWizard::hint(Field what) const
{
    const krb::AuroraPlan now = plan();
    if (what == Field::Directory && !now.directory.isEmpty())
        return tr("The realm is %1.").arg(now.directoryRealm());
    if (what == Field::OnPremises && now.hasTrust() && !now.onPremises->isEmpty())
        return tr("The realm is %1.").arg(now.usersRealm());
    return {};
}

void RealmWizard::check()
{
    const auto problems = krb::problemsOf(plan());
    for (auto one = m_hints.cbegin(); one != m_hints.cend(); ++one) {
        QString problem;
        for (const krb::PlanProblem &found : problems)
            if (found.field == one.key() && m_touched.value(one.key()))
                problem = QStringLiteral("⚠ %1").arg(found.sentence);
        one.value()->setText(problem.isEmpty() ? hint(one.key()) : problem);
        theme::setInk(one.value(), problem.isEmpty() ? theme::Colour::MutedText : theme::Colour::Danger,
                      palette());
        one.value()->setVisible(!one.value()->text().isEmpty());
    }
}

void RealmWizard::showChange()
{
    QList<krb::PlanProblem> problems = krb::problemsOf(plan());
    if (m_trust->isChecked() && !plan().hasTrust())
        problems.append(
            {Field::OnPremises, tr("Type the directory’s DNS domain, such as corp.example.com.")});
    if (problems.isEmpty()) {
        ask();
        return;
    }
    for (const krb::PlanProblem &problem : problems)
        m_touched.insert(problem.field, true);
    check();
    m_fields.value(problems.first().field)->setFocus();
}

void RealmWizard::ask()
{
    setBusy(true);
    whenDone(m_service.overlayWith(plan()), this, [this](const Result<krb::OverlayChange> &change) {
        setBusy(false);
        if (change)
            present(*change);
        else
            m_banner->showError(change.error());
    });
}

void RealmWizard::present(const krb::OverlayChange &change)
{
    m_banner->clear();
    m_change = change;
    const bool changes = change.changesAnything();
    m_what->setText(!changes                  ? tr("“%1” says all of this already.").arg(change.file)
                    : change.before.isEmpty() ? tr("“%1” is going to be made:").arg(change.file)
                                              : tr("“%1” is going to change:").arg(change.file));
    m_diff->setDiff(lineDiff(QString::fromUtf8(change.before), QString::fromUtf8(change.after)));
    m_pages->setCurrentIndex(1);
    m_back->show();
    m_next->hide();
    m_write->show();
    m_write->setEnabled(changes);
    m_write->setDefault(true);
    m_write->setFocus();
}

void RealmWizard::back()
{
    m_banner->clear();
    m_pages->setCurrentIndex(0);
    m_back->hide();
    m_write->hide();
    m_next->show();
    m_next->setDefault(true);
    m_fields.value(Field::Directory)->setFocus();
}

void RealmWizard::write()
{
    setBusy(true);
    whenDone(m_service.apply(m_change), this, [this](const Result<> &applied) {
        setBusy(false);
        if (!applied) {
            m_banner->showError(applied.error());
            return;
        }
        Q_EMIT written();
        accept();
    });
}

void RealmWizard::setBusy(bool busy)
{
    for (QWidget *part : QList<QWidget *>{m_pages, m_back, m_next, m_write})
        part->setEnabled(!busy);
}

} // namespace latchkey
