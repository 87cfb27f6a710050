// SPDX-License-Identifier: GPL-3.0-or-later
// EmptyState: what a page shows when there is nothing: one sentence, what happens next, one primary action.
// GUI thread.
#pragma once

#include <QWidget>

class QHBoxLayout;
class QPushButton;

namespace assay {

class TextLabel;

class EmptyState : public QWidget
{
    Q_OBJECT

public:
    /// `icon` is a name of resources/icons.
    explicit EmptyState(const QString& icon, QWidget* parent = nullptr);

    void setWords(const QString& sentence, const QString& whatNext);
    QPushButton* addPrimaryAction(const QString& text, const QString& icon);
    QPushButton* addAction(const QString& text, const QString& icon);

private:
    TextLabel* m_sentence;
    TextLabel* m_whatNext;
    QHBoxLayout* m_actions;
};

} // namespace assay
