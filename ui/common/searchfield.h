// SPDX-License-Identifier: GPL-3.0-or-later
// SearchField: a line edit with the magnifier at its left and, while empty, the key that leads to it at its
// right. GUI thread. Escape empties it; it does not search.
#pragma once

#include <QLineEdit>

class QAction;

namespace assay {

class KeyBadge;

class SearchField : public QLineEdit
{
    Q_OBJECT

public:
    /// `focusAction` is the action that gives it the focus; its key is shown. Does not own it.
    SearchField(const QString& placeholder, QAction* focusAction, QWidget* parent = nullptr);

    /// A few words at its right, beside the key: how many were found.
    void setNote(const QString& note);
    const QString& note() const { return m_note; }

protected:
    bool event(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void placeBadge();
    int noteWidth() const;

    KeyBadge* m_badge;
    QString m_note;
};

} // namespace assay
