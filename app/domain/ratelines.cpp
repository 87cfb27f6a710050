// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/ratelines.h"

#include "app/base/jsontext.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>

namespace assay {

namespace {

constexpr std::array kKeys{
    QLatin1String("model"),  QLatin1String("per"), QLatin1String("price"),      QLatin1String("currency"),
    QLatin1String("client"), QLatin1String("id"),  QLatin1String("valid_from"),
};

Error invalid(const QString& detail)
{
    return {ErrorKind::Invalid, {}, detail};
}

QString unknownKey(const QJsonObject& object)
{
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (std::ranges::find(kKeys, it.key()) == kKeys.end())
            return it.key();
    }
    return {};
}

std::optional<qint64> priceOf(const QJsonValue& value)
{
    if (value.isDouble())
        return parsePrice(QString::number(value.toDouble(), 'f', 9));
    return parsePrice(value.toString());
}

} // namespace

QString toRateLine(const Rate& rate)
{
    JsonObjectText json;
    json.addText(QLatin1String("model"), rate.model);
    json.addText(QLatin1String("per"), toText(rate.basis));
    json.addText(QLatin1String("price"), microToString(rate.price.micro));
    json.addText(QLatin1String("currency"), rate.price.currency);
    if (rate.validFrom != UtcTime{})
        json.addText(QLatin1String("valid_from"), toRfc3339(rate.validFrom));
    if (!rate.client.isEmpty())
        json.addText(QLatin1String("client"), rate.client);
    return json.text();
}

Result<Rate> rateFromLine(const QByteArray& line)
{
    QJsonParseError fault;
    const QJsonDocument document = QJsonDocument::fromJson(line, &fault);
    if (!document.isObject())
        return invalid(QStringLiteral("no JSON object: %1").arg(fault.errorString()));
    const QJsonObject object = document.object();
    if (const QString key = unknownKey(object); !key.isEmpty())
        return invalid(QStringLiteral("a rate has no \"%1\"").arg(key));
    Rate rate;
    rate.model = object.value(QLatin1String("model")).toString();
    const auto basis = rateBasisFromText(
        object.value(QLatin1String("per")).toString(QStringLiteral("image")).replace(u'-', u'_'));
    if (!basis)
        return invalid(QStringLiteral("\"per\" is image, megapixel or gpu_second"));
    rate.basis = *basis;
    const auto price = priceOf(object.value(QLatin1String("price")));
    if (!price)
        return invalid(QStringLiteral("\"price\" is no decimal number from 0 to below a million"));
    rate.price = {*price, object.value(QLatin1String("currency")).toString()};
    rate.client = object.value(QLatin1String("client")).toString();
    if (object.contains(QLatin1String("valid_from"))) {
        const auto from = parseRfc3339(object.value(QLatin1String("valid_from")).toString());
        if (!from)
            return invalid(QStringLiteral("\"valid_from\" is no instant such as 2026-01-01T00:00:00Z"));
        rate.validFrom = *from;
    }
    return rate;
}

std::optional<qint64> parsePrice(QStringView text)
{
    const auto micro = parseMicro(text.trimmed());
    return micro && *micro >= 0 && !text.trimmed().startsWith(u'-') ? micro : std::nullopt;
}

} // namespace assay
