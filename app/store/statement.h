// SPDX-License-Identifier: GPL-3.0-or-later
// A prepared statement of one Database: forward only, values bound in order, read by column number.
// Every error (full disk, lock, broken file) comes back as a Result with the statement's text as subject.
#pragma once

#include "app/base/clock.h"
#include "app/base/result.h"

#include <QSqlQuery>
#include <QVariant>

#include <optional>

namespace assay {

class Statement
{
public:
    explicit Statement(QSqlQuery query);

    /// Binds the values in order and runs. std::optional without value and invalid QVariant bind NULL.
    template<typename... Values>
    Result<void> run(const Values&... values)
    {
        return runBound({toVariant(values)...});
    }
    Result<void> runBound(const QVariantList& values);

    /// Moves to the next row; false at the end. An error in mid-way also ends: see error().
    bool next();
    const std::optional<Error>& error() const { return m_error; }

    bool isNull(int column) const;
    qint64 integer(int column) const;
    double real(int column) const;
    QString text(int column) const;
    QByteArray bytes(int column) const;
    UtcTime time(int column) const { return fromEpochMs(integer(column)); }
    std::optional<qint64> optionalInteger(int column) const;
    std::optional<double> optionalReal(int column) const;
    std::optional<QString> optionalText(int column) const;

    qint64 insertedId() const;
    qint64 affectedRows() const;

private:
    static QVariant toVariant(const QString& value)
    {
        return value.isNull() ? QVariant(QLatin1String("")) : QVariant(value);
    }
    static QVariant toVariant(const QByteArray& value) { return value; }
    static QVariant toVariant(const QVariant& value) { return value; }
    static QVariant toVariant(qint64 value) { return value; }
    static QVariant toVariant(int value) { return value; }
    static QVariant toVariant(double value) { return value; }
    static QVariant toVariant(UtcTime value) { return toEpochMs(value); }
    static QVariant toVariant(Milliseconds value) { return qint64(value.count()); }
    template<typename T>
    static QVariant toVariant(const std::optional<T>& value)
    {
        return value ? toVariant(*value) : QVariant();
    }

    QSqlQuery m_query;
    std::optional<Error> m_error;
};

} // namespace assay
