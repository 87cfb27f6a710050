// SPDX-License-Identifier: GPL-3.0-or-later
// RateDialog: one new rate of the rate card, and what is wrong with it as it is typed. GUI thread; never
// modal; deletes itself when closed. It stores nothing.
#pragma once

#include "app/domain/rate.h"

#include <QDialog>
#include <QTimeZone>

class QComboBox;
class QGridLayout;
class QLineEdit;
class QPushButton;

namespace assay {

class TextLabel;

struct RateDialogRequest
{
    RateCard card; ///< it must stand beside these
    QStringList clients;
    QTimeZone zone; ///< where days begin
};

class RateDialog : public QDialog
{
    Q_OBJECT

public:
    RateDialog(const RateDialogRequest& request, QWidget* parent);

signals:
    void rateChosen(const assay::Rate& rate);

private:
    void addFields();
    void addRow(const QString& label, const QString& name, QWidget* field);
    void check();
    /// The sentence that says what is missing or wrong; empty: `rate` can stand.
    QString read(Rate& rate) const;
    void add();

    RateDialogRequest m_request;
    QGridLayout* m_grid;
    QLineEdit* m_model;
    QLineEdit* m_price;
    QLineEdit* m_currency;
    QComboBox* m_basis;
    QLineEdit* m_from;
    QLineEdit* m_client;
    TextLabel* m_words;
    QPushButton* m_add;
};

} // namespace assay
