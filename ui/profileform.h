// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/profile/profilefields.h"
#include "core/profile/validation.h"

#include <QWidget>

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QVBoxLayout;

namespace latchkey {

/// What a folder hands down to what is edited.
struct Inheritance
{
    Profile settings; ///< of the folder
    QString from; ///< the folder's name; empty: it says nothing
};

/// Settings of one profile, of a folder, or of several profiles at once, in rows: a label, a field, below it what is
/// wrong with it while it is typed, and where the value is inherited from. A row gets its field's objectName from the
/// setting's key in files.
class ProfileForm : public QObject
{
    Q_OBJECT
public:
    using Problem = FieldProblem::Field;
    template <typename Value>
    using At = Value &(*)(Profile &); ///< where a setting is in a profile

    /// What a row is called, and what it is about.
    struct Label
    {
        std::string_view key;
        QString text; ///< with its mnemonic
        QString hint; ///< placeholder, tooltip or suffix
        std::optional<Problem> problem;
    };
    template <typename Choice>
    struct Option
    {
        Choice value;
        QString text;
        QIcon icon;
    };

    /// `home` is where the rows' widgets live.
    explicit ProfileForm(QWidget *home);
    ~ProfileForm() override;

    /// Rows that follow are below this title, in `column`.
    void beginSection(const QString &title, QVBoxLayout *column);
    QLineEdit *addText(const Label &label, At<QString> at);
    QLineEdit *addFile(const Label &label, At<QString> at, const QString &dialogTitle);
    /// A text with values to choose from.
    QComboBox *addSuggestions(const Label &label, At<QString> at, const QStringList &suggestions);
    QLineEdit *addPort(const Label &label);
    QComboBox *addFolder(const Label &label, const QStringList &folders);
    QComboBox *addColour(const Label &label);
    QCheckBox *addFlag(const Label &label, At<bool> at);
    /// Seconds; 0 reads as `label.hint`.
    void addTime(const Label &label, At<std::chrono::seconds> at);
    /// Separated by commas.
    QLineEdit *addList(const Label &label, At<QStringList> at);
    /// A script: see statementtext.h.
    QPlainTextEdit *addStatements(const Label &label, At<QStringList> at);
    /// "name = value" a line.
    QPlainTextEdit *addMap(const Label &label, At<QMap<QString, QString>> at);
    QPlainTextEdit *addNotes(const Label &label, At<QString> at);
    template <typename Choice>
    QComboBox *addChoice(const Label &label, At<Choice> at, const QList<Option<Choice>> &options)
    {
        QComboBox *box = addBox(label);
        for (const Option<Choice> &option : options)
            addItem(box, option.icon, option.text, static_cast<int>(option.value));
        bindBox(
            box, label, [at](Profile &profile) { return static_cast<int>(at(profile)); },
            [at](Profile &profile, int value) { at(profile) = static_cast<Choice>(value); });
        return box;
    }
    /// After the last row: labels get one width.
    void finish();

    /// Fills every row that the user has not changed.
    void show(const Profile &profile);
    /// What they have in common; rows in which they differ say so, and are left alone unless they are touched.
    void showSeveral(const QList<Profile> &profiles);
    /// Says at each row whether it has the folder's value.
    void setInheritance(const Inheritance &inheritance);
    /// From now on only the rows of these keys can be changed; each says whether it differs from what is inherited, which is
    /// what a catalogue says. They must outlive the form.
    void restrictTo(std::span<const std::string_view> keys);
    /// Every row that can be changed takes what is inherited.
    void inheritAll();
    /// What the user has changed.
    ProfileChange change() const;

    /// Shows the problems of rows that were touched.
    void showProblems(const QList<FieldProblem> &problems);
    /// As if the user had changed that row.
    void touch(Problem problem);
    /// The field of a problem's row; nullptr if there is none.
    QWidget *fieldOf(Problem problem) const;

Q_SIGNALS:
    /// The user has changed something.
    void edited();

private:
    struct Row;
    struct TextBinding
    {
        std::function<QString(const Profile &)> text;
        std::function<void(Profile &, const QString &)> take;
    };

    QComboBox *addBox(const Label &label);
    static void addItem(QComboBox *box, const QIcon &icon, const QString &text, int value);
    void bindBox(QComboBox *box, const Label &label, const std::function<int(Profile &)> &get,
                 const std::function<void(Profile &, int)> &set);
    static TextBinding bindingOf(At<QString> at);
    QLineEdit *addLine(const Label &label, const TextBinding &binding);
    void bindLine(QLineEdit *field, Row &row, const Label &label, const TextBinding &binding);
    QComboBox *addEditableBox(const Label &label, const QStringList &suggestions, const TextBinding &binding);
    QPlainTextEdit *addPlainText(const Label &label, int lines, const TextBinding &binding);
    Row &addRow(const Label &label, QWidget *field);
    void onEdited(Row &row);
    void refresh();
    void note(Row &row, const Profile &now);
    void inherit(Row &row);
    bool isFree(const Row &row) const;

    QWidget *m_home;
    QFormLayout *m_section = nullptr;
    QList<QLabel *> m_names; ///< of the rows, all of one width
    std::vector<std::unique_ptr<Row>> m_rows;
    Inheritance m_inheritance;
    std::span<const std::string_view> m_restriction; ///< empty: none
    bool m_several = false;
    bool m_isShowing = false; ///< changes of fields are ours
};

} // namespace latchkey
