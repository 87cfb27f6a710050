// SPDX-License-Identifier: GPL-3.0-or-later
// CsvChoices: how a table's cells are written, as a form: encoding, separator, decimal mark, order of dates,
// time zone, currency, undated verdicts. What is not chosen says so. GUI thread.
#pragma once

#include "app/intake/csvmapping.h"

#include <QTimeZone>
#include <QWidget>

class QComboBox;
class QGridLayout;
class QLineEdit;

namespace assay {

class CsvChoices : public QWidget
{
    Q_OBJECT

public:
    /// `zone` is offered first; it is not taken as chosen.
    CsvChoices(const QTimeZone& zone, QWidget* parent);

    /// Shows what the mapping says; no signal comes of it.
    void setMapping(const CsvMapping& mapping, CsvEncoding detected, char separator);
    /// The choices without columns.
    CsvMapping mapping() const;

signals:
    void formatChanged(); ///< encoding or separator: the table has to be read again
    void choiceChanged();

private:
    QComboBox* addCombo(const QString& label, const QString& name);
    void fillZones(const QTimeZone& zone);
    void place(const QString& label, QWidget* field);

    QGridLayout* m_grid;
    int m_count = 0;
    QComboBox* m_encoding;
    QComboBox* m_separator;
    QComboBox* m_decimal;
    QComboBox* m_order;
    QComboBox* m_zone;
    QComboBox* m_undated;
    QLineEdit* m_currency;
};

} // namespace assay
