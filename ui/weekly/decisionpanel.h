// SPDX-License-Identifier: GPL-3.0-or-later
// DecisionPanel: what is decided about one finding: three buttons, the note, whether it is decided, what was
// noted about the same alert before. After signing it shows what was signed, and takes further notes. GUI
// thread. It says what the person does with signals and keeps nothing.
#pragma once

#include "app/domain/weeklyreview.h"

#include <QWidget>

class QAction;
class QPlainTextEdit;
class QPushButton;
class QVBoxLayout;

namespace assay {

class DecisionButton;
class MarkLabel;
class NoteField;
class TextLabel;

struct DecisionContent
{
    enum class Mode {
        Open,   ///< can be decided
        Signed, ///< stays; notes can be added
        Locked  ///< the week is not settled
    };

    Mode mode = Mode::Open;
    std::optional<AlertDecision> decision{};
    QString note{};       ///< of the decision
    QString addedNote{};  ///< being written, after signing
    QStringList later{};  ///< added after signing
    QStringList before{}; ///< about the same alert, in earlier weeks

    bool operator==(const DecisionContent&) const = default;
};

/// The keys of the page that act on the card with the focus.
struct DecisionActions
{
    QAction* flag = nullptr;
    QAction* explain = nullptr;
    QAction* ignore = nullptr;
    QAction* note = nullptr;
};

class DecisionPanel : public QWidget
{
    Q_OBJECT

public:
    explicit DecisionPanel(const DecisionActions& actions, QWidget* parent = nullptr);

    void setContent(const DecisionContent& content);
    const DecisionContent& content() const { return m_content; }
    void setDecision(AlertDecision decision);
    void focusNote();
    /// What Tab reaches, in order.
    QWidgetList focusChain() const;

signals:
    void decided(assay::AlertDecision decision);
    void noteChanged(const QString& note); ///< of the decision, or the one being added
    void noteAdded(const QString& note);
    void noteLeft();

private:
    void buildHead(QVBoxLayout* column);
    void buildButtons(const DecisionActions& actions, QVBoxLayout* column);
    void showState();
    void showLines();
    void fitNote();
    void takeNote();

    DecisionContent m_content;
    MarkLabel* m_state;
    QList<DecisionButton*> m_buttons;
    QPlainTextEdit* m_signedNote;
    NoteField* m_note;
    QPushButton* m_add;
    QVBoxLayout* m_lines;
};

} // namespace assay
