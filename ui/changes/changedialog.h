// SPDX-License-Identifier: GPL-3.0-or-later
// ChangeDialog: a change that is entered by hand, and what is wrong with it as it is typed. GUI thread; never
// modal; deletes itself when closed. It stores nothing; it stays until it is told that the change is stored.
#pragma once

#include "app/domain/change.h"

#include <QDialog>
#include <QTimeZone>

class QComboBox;
class QDateTimeEdit;
class QGridLayout;
class QLineEdit;
class QPushButton;

namespace assay {

class TextLabel;

struct ChangeDialogRequest
{
    QStringList clients;
    QTimeZone zone; ///< of the workspace's weeks
    Clock clock;
};

class ChangeDialog : public QDialog
{
    Q_OBJECT

public:
    ChangeDialog(const ChangeDialogRequest& request, QWidget* parent);

    /// What came of changeEntered(): closes, or stays with what was entered and says this sentence.
    void setStored(const QString& problem);

signals:
    void changeEntered(const assay::Change& change);

private:
    void addRow(const QString& label, const QString& name, QWidget* field);
    void check();
    /// The sentence that says what is missing or wrong; empty: `change` can stand.
    QString read(Change& change) const;
    void add();

    ChangeDialogRequest m_request;
    QGridLayout* m_grid;
    QComboBox* m_kind;
    QLineEdit* m_from;
    QLineEdit* m_to;
    QDateTimeEdit* m_at;
    QComboBox* m_client;
    QLineEdit* m_note;
    TextLabel* m_words;
    QPushButton* m_add;
};

} // namespace assay
