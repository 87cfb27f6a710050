// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/checksjson.h"

#include "app/base/jsontext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace assay {

QString checksToJson(const Checks& checks)
{
    QString members;
    for (auto it = checks.cbegin(); it != checks.cend(); ++it) {
        if (!members.isEmpty())
            members += u',';
        members += jsonString(it.key()) + u':' + jsonString(toText(it.value()));
    }
    return u'{' + members + u'}';
}

Checks checksFromJson(const QString& json)
{
    Checks checks;
    const QJsonObject object = QJsonDocument::fromJson(json.toUtf8()).object();
    for (auto it = object.constBegin(); it != object.constEnd(); ++it) {
        if (const auto answer = answerFromText(it.value().toString()))
            checks.insert(it.key(), *answer);
    }
    return checks;
}

QString reasonsToJson(const QStringList& reasons)
{
    return QString::fromUtf8(
        QJsonDocument(QJsonArray::fromStringList(reasons)).toJson(QJsonDocument::Compact));
}

QStringList reasonsFromJson(const QString& json)
{
    QStringList reasons;
    for (const QJsonValue& value : QJsonDocument::fromJson(json.toUtf8()).array())
        reasons << value.toString();
    return reasons;
}

} // namespace assay
