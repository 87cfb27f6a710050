// SPDX-License-Identifier: GPL-3.0-or-later
// UndoLine: what the undo key would take back, and that key; a click does it. GUI thread. Empty while there
// is nothing.
#pragma once

#include <QAbstractButton>

class QAction;

namespace assay {

class UndoLine : public QAbstractButton
{
    Q_OBJECT

public:
    enum class Words { Full, Short };

    explicit UndoLine(QAction* undo, QWidget* parent = nullptr);

    /// "Spring tea hero 1/4, revised"; empty: nothing to undo.
    void setTarget(const QString& target);
    void setWords(Words words);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void follow();
    QString key() const;

    QAction* m_undo;
    QString m_target;
    Words m_words = Words::Full;
};

} // namespace assay
