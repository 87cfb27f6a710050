// SPDX-License-Identifier: GPL-3.0-or-later
// ConstraintEditor: a constraint being written, in place in the checklist: kind, statement, parent. Enter
// saves, Escape leaves it as it was; no key of the page acts while one is typing here. GUI thread.
#pragma once

#include "app/domain/constraint.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QPushButton;

namespace assay {

class ConstraintEditor : public QWidget
{
    Q_OBJECT

public:
    /// `edited` is the constraint to start from; its own key marks which one it is (empty: a new one).
    ConstraintEditor(const Checklist& checklist, const Constraint& edited, QWidget* parent = nullptr);

signals:
    void saved(const assay::Constraint& constraint);
    void cancelled();

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void fillKinds();
    void fillParents(const Checklist& checklist);
    void arrange();
    void save();

    Constraint m_edited;
    QComboBox* m_kind;
    QLineEdit* m_statement;
    QComboBox* m_parent;
    QPushButton* m_save;
    QPushButton* m_cancel;
};

} // namespace assay
