// SPDX-License-Identifier: GPL-3.0-or-later
// DecisionButton: one of the three things that can be decided about a finding: icon, word and the key that
// does the same. GUI thread. Follows its action's key and does not own it; the card it stands on has the
// focus.
#pragma once

#include <QAbstractButton>

class QAction;

namespace assay {

class DecisionButton : public QAbstractButton
{
    Q_OBJECT

public:
    /// `icon` is a name of resources/icons.
    DecisionButton(const QString& text, QString icon, QAction* action, QWidget* parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString key() const;

    QString m_icon;
    QAction* m_action;
};

} // namespace assay
