// SPDX-License-Identifier: GPL-3.0-or-later
// RateModel: the rates of a rate card as rows, in the order they were entered. GUI thread. It reads nothing.
#pragma once

#include "app/domain/rate.h"

#include <QAbstractTableModel>
#include <QTimeZone>

namespace assay {

class RateModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { ModelColumn, PriceColumn, BasisColumn, FromColumn, ClientColumn, ColumnCount };

    /// `zone`: days begin there.
    explicit RateModel(const QTimeZone& zone, QObject* parent = nullptr);

    void setCard(const RateCard& card);
    const RateCard& card() const { return m_card; }
    int rowOf(RateId rate) const; ///< -1: none

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString textOf(const Rate& rate, int column) const;

    QTimeZone m_zone;
    RateCard m_card;
};

/// "an image", "a megapixel", "a GPU second".
QString rateBasisWord(RateBasis basis);
/// One sentence: what is wrong with the rate.
QString rateFaultSentence(RateFault fault);

} // namespace assay
