// SPDX-License-Identifier: GPL-2.0-or-later
// How the rows of a profile's form are made, kind by kind.
#include "ui/profileformrow.h"

#include "ui/colours.h"
#include "ui/filerow.h"
#include "ui/icons.h"
#include "ui/profile/statementtext.h"

#include <QCheckBox>
#include <QComboBox>
#include <QPlainTextEdit>
#include <QSpinBox>

#include <limits>

namespace latchkey {

namespace {

constexpr int longestTime = 7 * 24 * 60 * 60;

/// Accessors give references, which a constant profile has none of.
template <typename Value>
Value valueOf(ProfileForm::At<Value> at, Profile profile)
{
    return at(profile);
}

QString joined(const QStringList &items)
{
    return items.join(QLatin1String(", "));
}

QStringList commaList(const QString &text)
{
    QStringList items;
    for (const QString &item : text.split(QLatin1Char(','), Qt::SkipEmptyParts))
        items.append(item.trimmed());
    items.removeAll(QString());
    items.removeDuplicates();
    return items;
}

QStringList lineList(const QString &text)
{
    QStringList items;
    for (const QString &line : text.split(QLatin1Char('\n')))
        items.append(line.trimmed());
    items.removeAll(QString());
    return items;
}

QString mapText(const QMap<QString, QString> &map)
{
    QStringList lines;
    for (auto entry = map.begin(); entry != map.end(); ++entry)
        lines.append(QStringLiteral("%1 = %2").arg(entry.key(), entry.value()));
    return lines.join(QLatin1Char('\n'));
}

QMap<QString, QString> mapFrom(const QString &text)
{
    QMap<QString, QString> map;
    for (const QString &line : lineList(text)) {
        const qsizetype sign = line.indexOf(QLatin1Char('='));
        map.insert(line.first(sign < 0 ? line.size() : sign).trimmed(),
                   sign < 0 ? QString() : line.sliced(sign + 1).trimmed());
    }
    return map;
}

void setPlaceholder(QComboBox *box, const QString &text)
{
    box->setEditable(true);
    box->setInsertPolicy(QComboBox::NoInsert);
    box->lineEdit()->setPlaceholderText(text);
}

} // namespace

QLineEdit *ProfileForm::addLine(const Label &label, const TextBinding &binding)
{
    auto *field = new QLineEdit(m_home);
    Row &row = addRow(label, field);
    bindLine(field, row, label, binding);
    row.show = [field, show = row.show](const Profile &profile) {
        show(profile);
        field->setCursorPosition(0); // what tells hosts apart is at the beginning
    };
    return field;
}

void ProfileForm::bindLine(QLineEdit *field, Row &row, const Label &label, const TextBinding &binding)
{
    field->setPlaceholderText(label.hint);
    row.show = [field, binding](const Profile &profile) { field->setText(binding.text(profile)); };
    row.take = [field, binding](Profile &profile) { binding.take(profile, field->text().trimmed()); };
    row.blank = [field] { field->clear(); };
    connect(field, &QLineEdit::textChanged, this, [this, &row] { onEdited(row); });
}

ProfileForm::TextBinding ProfileForm::bindingOf(At<QString> at)
{
    return {[at](const Profile &profile) { return valueOf(at, profile); },
            [at](Profile &profile, const QString &text) { at(profile) = text; }};
}

QLineEdit *ProfileForm::addText(const Label &label, At<QString> at)
{
    return addLine(label, bindingOf(at));
}

QLineEdit *ProfileForm::addFile(const Label &label, At<QString> at, const QString &dialogTitle)
{
    auto *field = new QLineEdit(m_home);
    bindLine(field, addRow(label, fileRow(field, dialogTitle, m_home)), label, bindingOf(at));
    return field;
}

QComboBox *ProfileForm::addEditableBox(const Label &label, const QStringList &suggestions,
                                       const TextBinding &binding)
{
    auto *box = new QComboBox(m_home);
    setPlaceholder(box, label.hint);
    box->addItems(suggestions);
    Row &row = addRow(label, box);
    row.show = [box, binding](const Profile &profile) { box->setCurrentText(binding.text(profile)); };
    row.take = [box, binding](Profile &profile) { binding.take(profile, box->currentText().trimmed()); };
    row.blank = [box] { box->setCurrentText(QString()); };
    connect(box, &QComboBox::currentTextChanged, this, [this, &row] { onEdited(row); });
    return box;
}

QComboBox *ProfileForm::addSuggestions(const Label &label, At<QString> at, const QStringList &suggestions)
{
    return addEditableBox(label, suggestions, bindingOf(at));
}

QLineEdit *ProfileForm::addPort(const Label &label)
{
    QLineEdit *field =
        addLine(label, {[](const Profile &profile) { return QString::number(profile.port); },
                        [](Profile &profile, const QString &text) { profile.port = text.toUShort(); }});
    field->setMaximumWidth(120);
    return field;
}

QComboBox *ProfileForm::addFolder(const Label &label, const QStringList &folders)
{
    return addEditableBox(label, folders,
                          {[](const Profile &profile) { return joinPath(profile.folder); },
                           [](Profile &profile, const QString &text) { profile.folder = splitPath(text); }});
}

QComboBox *ProfileForm::addColour(const Label &label)
{
    auto *box = new QComboBox(m_home);
    box->addItem(tr("None"), QString());
    for (const Swatch &swatch : swatches())
        box->addItem(swatchIcon(swatch.colour), swatch.name, swatch.colour.name());
    Row &row = addRow(label, box);
    row.show = [box](const Profile &profile) {
        if (box->findData(profile.colour) < 0)
            box->addItem(swatchIcon(QColor(profile.colour)), profile.colour, profile.colour);
        box->setCurrentIndex(box->findData(profile.colour));
    };
    row.take = [box](Profile &profile) { profile.colour = box->currentData().toString(); };
    row.blank = [box] { box->setCurrentIndex(-1); };
    connect(box, &QComboBox::currentIndexChanged, this, [this, &row] { onEdited(row); });
    return box;
}

QCheckBox *ProfileForm::addFlag(const Label &label, At<bool> at)
{
    auto *box = new QCheckBox(label.text, m_home);
    Row &row = addRow({label.key, QString(), QString(), label.problem}, box);
    row.widget->setAccessibleName(QString(label.text).remove(QLatin1Char('&')));
    row.show = [box, at](const Profile &profile) {
        box->setTristate(false);
        box->setChecked(valueOf(at, profile));
    };
    row.take = [box, at](Profile &profile) { at(profile) = box->checkState() == Qt::Checked; };
    row.blank = [box] { box->setCheckState(Qt::PartiallyChecked); };
    connect(box, &QCheckBox::stateChanged, this, [this, box, &row] {
        if (box->checkState() != Qt::PartiallyChecked)
            box->setTristate(false); // a click does not lead back to what several profiles said
        onEdited(row);
    });
    return box;
}

void ProfileForm::addTime(const Label &label, At<std::chrono::seconds> at)
{
    auto *field = new QSpinBox(m_home);
    field->setRange(0, longestTime);
    field->setSuffix(tr(" s"));
    field->setSpecialValueText(label.hint);
    field->setMaximumWidth(160);
    Row &row = addRow(label, field);
    row.show = [field, at](const Profile &profile) {
        field->setValue(static_cast<int>(valueOf(at, profile).count()));
    };
    row.take = [field, at](Profile &profile) { at(profile) = std::chrono::seconds(field->value()); };
    row.blank = [field] { field->clear(); };
    connect(field, &QSpinBox::valueChanged, this, [this, &row] { onEdited(row); });
}

QLineEdit *ProfileForm::addList(const Label &label, At<QStringList> at)
{
    return addLine(label, {[at](const Profile &profile) { return joined(valueOf(at, profile)); },
                           [at](Profile &profile, const QString &text) { at(profile) = commaList(text); }});
}

QPlainTextEdit *ProfileForm::addPlainText(const Label &label, int lines, const TextBinding &binding)
{
    auto *field = new QPlainTextEdit(m_home);
    field->setPlaceholderText(label.hint);
    field->setTabChangesFocus(true);
    field->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    field->setFixedHeight(lines * field->fontMetrics().lineSpacing() + theme::wide);
    Row &row = addRow(label, field);
    row.show = [field, binding](const Profile &profile) { field->setPlainText(binding.text(profile)); };
    row.take = [field, binding](Profile &profile) { binding.take(profile, field->toPlainText()); };
    row.blank = [field] { field->clear(); };
    connect(field, &QPlainTextEdit::textChanged, this, [this, &row] { onEdited(row); });
    return field;
}

QPlainTextEdit *ProfileForm::addStatements(const Label &label, At<QStringList> at)
{
    QPlainTextEdit *field =
        addPlainText(label, 4,
                     {[at](const Profile &profile) { return statementText(valueOf(at, profile)); },
                      [at](Profile &profile, const QString &text) { at(profile) = statementsIn(text); }});
    field->setFont(theme::monospace(m_home->font()));
    return field;
}

QPlainTextEdit *ProfileForm::addMap(const Label &label, At<QMap<QString, QString>> at)
{
    QPlainTextEdit *field =
        addPlainText(label, 4,
                     {[at](const Profile &profile) { return mapText(valueOf(at, profile)); },
                      [at](Profile &profile, const QString &text) { at(profile) = mapFrom(text); }});
    field->setFont(theme::monospace(m_home->font()));
    return field;
}

QPlainTextEdit *ProfileForm::addNotes(const Label &label, At<QString> at)
{
    return addPlainText(label, 3, bindingOf(at));
}

QComboBox *ProfileForm::addBox(const Label &label)
{
    auto *box = new QComboBox(m_home);
    box->setToolTip(label.hint);
    return box;
}

void ProfileForm::addItem(QComboBox *box, const QIcon &icon, const QString &text, int value)
{
    box->addItem(icon, text, value);
}

void ProfileForm::bindBox(QComboBox *box, const Label &label, const std::function<int(Profile &)> &get,
                          const std::function<void(Profile &, int)> &set)
{
    Row &row = addRow(label, box);
    row.show = [box, get](Profile profile) { box->setCurrentIndex(box->findData(get(profile))); };
    row.take = [box, set](Profile &profile) {
        if (box->currentIndex() >= 0)
            set(profile, box->currentData().toInt());
    };
    row.blank = [box] { box->setCurrentIndex(-1); };
    connect(box, &QComboBox::currentIndexChanged, this, [this, &row] { onEdited(row); });
}

} // namespace latchkey
