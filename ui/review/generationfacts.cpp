// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/generationfacts.h"

#include "ui/common/format.h"
#include "ui/common/price.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>

namespace assay {

namespace {

QString translated(const char* text)
{
    return QCoreApplication::translate("GenerationFacts", text);
}

QString orUnknown(const std::optional<QString>& text)
{
    return text ? (text->isEmpty() ? translated("empty") : *text) : translated("unknown");
}

QString valueText(const QJsonValue& value)
{
    if (value.isString())
        return value.toString();
    if (value.isDouble())
        return QString::number(value.toDouble(), 'g', 15);
    if (value.isBool())
        return value.toBool() ? translated("yes") : translated("no");
    if (value.isArray())
        return QString::fromUtf8(QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact));
    if (value.isObject())
        return QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
    return translated("unknown");
}

QList<GenerationFact> settings(const QString& json)
{
    QList<GenerationFact> facts;
    const QJsonObject object = QJsonDocument::fromJson(json.toUtf8()).object();
    for (auto it = object.begin(); it != object.end(); ++it)
        facts.append({it.key(), valueText(it.value())});
    if (facts.isEmpty())
        facts.append({translated("Settings"), translated("unknown")});
    return facts;
}

QString sentText(const Generation& generation)
{
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(toEpochMs(generation.sentAt));
    const QString text = QLocale().toString(local, QLocale::ShortFormat);
    return generation.sentAtSource == TimeSource::FileTime ? translated("%1 (the file's time)").arg(text)
                                                           : text;
}

QString costText(const Generation& generation)
{
    if (!generation.cost)
        return translated("unknown");
    const QString amount = formatPrice(*generation.cost);
    return generation.costSource == CostSource::Rate ? translated("%1 (estimated)").arg(amount) : amount;
}

} // namespace

QList<GenerationFact> generationFacts(const Generation& generation)
{
    QList<GenerationFact> facts;
    facts.append({translated("Negative"), orUnknown(generation.negativePrompt)});
    facts.append({translated("Model"), orUnknown(generation.model)});
    facts.append(settings(generation.settings));
    facts.append({translated("Made by"),
                  generation.generator.isEmpty() ? translated("unknown") : generation.generator});
    if (!generation.provenance.isEmpty())
        facts.append({translated("The file says of its origin"), generation.provenance.join(u"; ")});
    facts.append({translated("Sent"), sentText(generation)});
    facts.append({translated("Cost"), costText(generation)});
    if (generation.image)
        facts.append({translated("File"), generation.image->relativePath});
    return facts;
}

} // namespace assay
