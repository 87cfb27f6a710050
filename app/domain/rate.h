// SPDX-License-Identifier: GPL-3.0-or-later
// The rate card: what an image costs where no log says it. Plain values and their rules: which rate fits a
// generation, and what it makes of it in exact integers. Says nothing about where rates are kept.
#pragma once

#include "app/base/clock.h"
#include "app/base/id.h"
#include "app/base/money.h"
#include "app/domain/generation.h"

#include <QList>
#include <QString>

#include <optional>

namespace assay {

using RateId = Id<struct RateTag>;

enum class RateBasis { Image, Megapixel, GpuSecond };

QString toText(RateBasis basis); ///< "image", "megapixel", "gpu_second"
std::optional<RateBasis> rateBasisFromText(QStringView text);

struct Rate
{
    RateId id;     ///< 0 until it is stored
    QString model; ///< pattern: "*" is any run of characters, "?" any one; upper and lower case are alike
    RateBasis basis = RateBasis::Image;
    Money price;         ///< of one unit of the basis
    UtcTime validFrom{}; ///< holds for what was sent at this instant or later
    QString client;      ///< empty: every client

    bool operator==(const Rate&) const = default;
};

using RateCard = QList<Rate>;

/// What a price depends on.
struct PricedWork
{
    std::optional<QString> model;
    QString client;
    UtcTime sentAt{};
    GenerationStatus status = GenerationStatus::Ok;
    std::optional<qint64> pixels;
    std::optional<Milliseconds> gpuTime;
};

PricedWork pricedWorkOf(const Generation& generation);

/// The pixels that normalised settings state, as "size": "1024x768" or "width" and "height". Nothing when
/// they state none or no sensible ones.
std::optional<qint64> statedPixels(const QString& settings);

bool matchesModel(const QString& pattern, const QString& model);

/// The rate that holds for this work: a rate of the client goes before one of every client, then the pattern
/// with the most letters of its own, then the latest valid from. Only "*" fits an unknown model.
std::optional<Rate> fittingRate(const RateCard& card, const PricedWork& work);

/// Price times amount, rounded half to even to a whole micro-unit. A megapixel is 1,000,000 pixels. A failed
/// attempt made no image, so it costs nothing where images or megapixels are paid. Nothing when the amount is
/// not known, or the cost is a million units or more.
std::optional<Money> costAt(const Rate& rate, const PricedWork& work);

/// Both of the above.
std::optional<Money> estimatedCost(const RateCard& card, const PricedWork& work);

/// Why a rate can't stand on the card beside the others.
enum class RateFault {
    NoModel,
    NegativePrice,
    PriceTooLarge, ///< a million units or more
    BadCurrency,
    Tie ///< another one of the same client and day is as specific and may fit the same model
};

/// In English, for logs and the command line: "the price is below zero".
QString sentenceOf(RateFault fault);

/// Nothing: it can. An entry with the same id is the one that it replaces.
std::optional<RateFault> faultOf(const Rate& rate, const RateCard& card);

} // namespace assay
