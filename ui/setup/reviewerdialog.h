// SPDX-License-Identifier: GPL-3.0-or-later
// ReviewerDialog: asks under which name verdicts are kept. GUI thread; never modal.
#pragma once

#include <QDialog>

class QLineEdit;
class QPushButton;

namespace assay {

class ReviewerDialog : public QDialog
{
    Q_OBJECT

public:
    ReviewerDialog(const QString& name, QWidget* parent);

signals:
    void nameChosen(const QString& name); ///< never empty, no space around it

private:
    void choose();

    QLineEdit* m_name;
    QPushButton* m_use;
};

} // namespace assay
