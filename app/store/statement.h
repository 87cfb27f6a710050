// SPDX-License-Identifier: GPL-3.0-or-later
// A prepared statement of one Database: forward only, values bound in order, read by column number. Lives in
// its database's thread and must not outlive it. When it goes, what it prepared is kept for the next one of
// the same text. Every error (full disk, lock, broken file) comes back as a Result with the workspace's path
// as subject.
#pragma once

#include "app/base/clock.h"
#include "app/base/id.h"
#include "app/base/result.h"

#include "app/store/preparedstatement.h"

#include <QByteArrayView>
#include <QList>
#include <QVariant>

#include <memory>
#include <optional>
#include <type_traits>
#include <vector>

namespace assay {

class Connection;

class Statement
{
public:
    /// For Database::prepare.
    Statement(std::shared_ptr<Connection> connection, const QString& sql);
    ~Statement();
    Statement(Statement&& other) noexcept = default;
    Statement(const Statement&) = delete;
    Statement& operator=(const Statement&) = delete;
    Statement& operator=(Statement&&) = delete;

    /// Binds the values in order and runs. std::optional without value and invalid QVariant bind NULL.
    template<typename... Values>
    Result<void> run(const Values&... values)
    {
        if (auto begun = begin(sizeof...(values), (roomFor(values) + ... + 0)); !begun)
            return begun;
        [[maybe_unused]] int position = 0;
        (bind(++position, values), ...);
        return start();
    }
    Result<void> runBound(const QVariantList& values);

    /// The values as `run` binds them, for statements with more than a call can show.
    template<typename... Values>
    static QVariantList bound(const Values&... values)
    {
        return {toVariant(values)...};
    }

    /// Runs and reads the first column of the first row; nothing when there is no row or it is NULL.
    template<typename... Values>
    Result<std::optional<qint64>> firstInteger(const Values&... values)
    {
        return firstIntegerOf(run(values...));
    }
    Result<std::optional<qint64>> firstIntegerBound(const QVariantList& values);

    /// Runs an INSERT of one row; the row's id.
    template<typename... Values>
    Result<qint64> insert(const Values&... values)
    {
        return insertedId(run(values...));
    }
    Result<qint64> insertBound(const QVariantList& values) { return insertedId(runBound(values)); }

    /// Moves to the next row; false at the end. An error in mid-way also ends: see error().
    bool next();
    const std::optional<Error>& error() const { return m_error; }

    /// Ends reading before the last row, so that no old state of the database is held. The end of the rows
    /// and a new run do that too.
    void finish();

    /// All rows that are left, each made by `read(*this)`.
    template<typename Read>
    auto collect(Read read) -> Result<QList<std::invoke_result_t<Read, Statement&>>>
    {
        QList<std::invoke_result_t<Read, Statement&>> rows;
        while (next())
            rows.append(read(*this));
        if (m_error)
            return *m_error;
        return rows;
    }

    bool isNull(int column) const;
    qint64 integer(int column) const;
    double real(int column) const;
    QString text(int column) const;
    /// A text without a copy, until the next row.
    QByteArrayView utf8(int column) const;
    QByteArray bytes(int column) const;
    UtcTime time(int column) const { return fromEpochMs(integer(column)); }
    std::optional<qint64> optionalInteger(int column) const;
    std::optional<double> optionalReal(int column) const;
    std::optional<QString> optionalText(int column) const;
    std::optional<UtcTime> optionalTime(int column) const;

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
    template<typename Tag>
    static QVariant toVariant(Id<Tag> id)
    {
        return id.value;
    }
    template<typename T>
    static QVariant toVariant(const std::optional<T>& value)
    {
        return value ? toVariant(*value) : QVariant();
    }

    enum class Rows { None, Before, On };

    /// The most bytes that a value's UTF-8 has.
    template<typename T>
    static qsizetype roomFor(const T&)
    {
        static_assert(!std::is_convertible_v<T, QString>);
        return 0;
    }
    static qsizetype roomFor(const QString& value) { return value.size() * 3; }
    static qsizetype roomFor(const QVariant& value)
    {
        return value.typeId() == QMetaType::QString ? roomFor(value.toString()) : 0;
    }
    static qsizetype roomFor(const std::optional<QString>& value) { return value ? roomFor(*value) : 0; }

    Result<void> begin(size_t values, qsizetype textRoom);
    Result<void> start();
    bool step();
    Result<std::optional<qint64>> firstIntegerOf(const Result<void>& ran);
    Result<qint64> insertedId(const Result<void>& ran) const;

    void bind(int position, const QString& value);
    void bind(int position, const QByteArray& value);
    void bind(int position, const QVariant& value);
    void bind(int position, qint64 value);
    void bind(int position, int value) { bind(position, qint64(value)); }
    void bind(int position, double value);
    void bind(int position, UtcTime value) { bind(position, toEpochMs(value)); }
    void bind(int position, Milliseconds value) { bind(position, qint64(value.count())); }
    template<typename Tag>
    void bind(int position, Id<Tag> id)
    {
        bind(position, id.value);
    }
    template<typename T>
    void bind(int position, const std::optional<T>& value)
    {
        if (value)
            bind(position, *value);
        else
            bindNull(position);
    }
    void bindNull(int position);

    std::shared_ptr<Connection> m_connection;
    QString m_sql;
    PreparedStatement m_prepared;
    std::vector<char> m_text; ///< what is bound, one text behind the other
    qsizetype m_textEnd = 0;
    std::vector<QByteArray> m_blobs; ///< what is bound
    Rows m_rows = Rows::None;
    std::optional<Error> m_prepareError;
    std::optional<Error> m_error;
};

} // namespace assay
