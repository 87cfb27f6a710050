// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/ratemodel.h"

#include "ui/common/format.h"
#include "ui/common/price.h"
#include "ui/common/tooltip.h"

#include <QDateTime>

namespace assay {

RateModel::RateModel(const QTimeZone& zone, QObject* parent)
    : QAbstractTableModel(parent)
    , m_zone(zone)
{
}

void RateModel::setCard(const RateCard& card)
{
    beginResetModel();
    m_card = card;
    endResetModel();
}

int RateModel::rowOf(RateId rate) const
{
    for (int row = 0; row < int(m_card.size()); ++row) {
        if (m_card[row].id == rate)
            return row;
    }
    return -1;
}

int RateModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_card.size());
}

int RateModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString RateModel::textOf(const Rate& rate, int column) const
{
    switch (column) {
    case ModelColumn:
        return rate.model == QLatin1String("*") ? tr("* (every model)") : rate.model;
    case PriceColumn:
        return formatPrice(rate.price);
    case BasisColumn:
        return rateBasisWord(rate.basis);
    case FromColumn:
        return rate.validFrom == UtcTime{}
                   ? tr("Always")
                   : formatDate(QDateTime::fromMSecsSinceEpoch(toEpochMs(rate.validFrom), m_zone).date());
    default:
        return rate.client.isEmpty() ? tr("Every client") : rate.client;
    }
}

QVariant RateModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Rate& rate = m_card[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return textOf(rate, index.column());
    case Qt::ToolTipRole:
        return plainToolTip(textOf(rate, index.column()));
    case Qt::TextAlignmentRole:
        return int((index.column() == PriceColumn ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    default:
        return {};
    }
}

QVariant RateModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section == PriceColumn ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case ModelColumn:
        return tr("Models");
    case PriceColumn:
        return tr("Price");
    case BasisColumn:
        return tr("Of");
    case FromColumn:
        return tr("Valid from");
    default:
        return tr("Client");
    }
}

QString rateBasisWord(RateBasis basis)
{
    switch (basis) {
    case RateBasis::Image:
        return RateModel::tr("an image");
    case RateBasis::Megapixel:
        return RateModel::tr("a megapixel");
    case RateBasis::GpuSecond:
        return RateModel::tr("a GPU second");
    }
    Q_UNREACHABLE();
}

QString rateFaultSentence(RateFault fault)
{
    switch (fault) {
    case RateFault::NoModel:
        return RateModel::tr("Say which models it prices; * is every model.");
    case RateFault::NegativePrice:
        return RateModel::tr("A price is not below zero.");
    case RateFault::PriceTooLarge:
        return RateModel::tr("A price is below a million.");
    case RateFault::BadCurrency:
        return RateModel::tr("Give the currency as three letters, for example EUR.");
    case RateFault::Tie:
        return RateModel::tr("Another rate of the same client and day is as exact and fits the same model. "
                             "Remove it first, or give another day.");
    }
    Q_UNREACHABLE();
}

} // namespace assay
