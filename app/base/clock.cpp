// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/clock.h"

#include <QDateTime>
#include <QTimeZone>

namespace assay {

namespace {

/// Takes a text apart from front to back. What does not fit makes it fail for good.
class Reader
{
public:
    explicit Reader(QStringView text)
        : m_rest(text)
    {
    }

    bool isAtEnd() const { return !m_hasFailed && m_rest.isEmpty(); }
    /// The next character when it is one of these, else a null one.
    QChar takeOne(QStringView of)
    {
        const QChar next = m_rest.isEmpty() || !of.contains(m_rest.front()) ? QChar() : m_rest.front();
        m_rest = m_rest.sliced(next.isNull() ? 0 : 1);
        return next;
    }
    void expect(QStringView of) { m_hasFailed = takeOne(of).isNull() || m_hasFailed; }
    int number(int digits)
    {
        int value = 0;
        for (; digits > 0; --digits)
            value = value * 10 + digit();
        return value;
    }
    /// Of up to nine places; the ones behind the third are cut.
    int milliseconds();
    int offsetMinutes();

private:
    int digit()
    {
        if (m_rest.isEmpty() || m_rest.front() < u'0' || m_rest.front() > u'9') {
            m_hasFailed = true;
            return 0;
        }
        const int value = m_rest.front().unicode() - u'0';
        m_rest = m_rest.sliced(1);
        return value;
    }

    QStringView m_rest;
    bool m_hasFailed = false;
};

int Reader::milliseconds()
{
    if (takeOne(u".").isNull())
        return 0;
    int value = digit() * 100;
    for (int place = 2, weight = 10; place <= 9 && !m_rest.isEmpty() && m_rest.front().isDigit(); ++place) {
        value += digit() * weight;
        weight /= 10;
    }
    return value;
}

int Reader::offsetMinutes()
{
    if (!takeOne(u"Zz").isNull())
        return 0;
    const QChar sign = takeOne(u"+-");
    const int hours = number(2);
    expect(u":");
    const int minutes = number(2);
    m_hasFailed = m_hasFailed || sign.isNull() || hours > 23 || minutes > 59;
    return (sign == u'-' ? -1 : 1) * (hours * 60 + minutes);
}

} // namespace

Clock systemClock()
{
    return [] { return std::chrono::time_point_cast<Milliseconds>(std::chrono::system_clock::now()); };
}

std::optional<UtcTime> parseRfc3339(QStringView text)
{
    Reader reader(text);
    const int year = reader.number(4), month = (reader.expect(u"-"), reader.number(2));
    const QDate date(year, month, (reader.expect(u"-"), reader.number(2)));
    reader.expect(u"Tt ");
    const int hour = reader.number(2), minute = (reader.expect(u":"), reader.number(2));
    const QTime time(hour, minute, (reader.expect(u":"), reader.number(2)));
    const int fraction = reader.milliseconds();
    const qint64 offsetMs = reader.offsetMinutes() * 60'000;
    if (!reader.isAtEnd() || !date.isValid() || !time.isValid())
        return std::nullopt;
    const qint64 days = QDate(1970, 1, 1).daysTo(date);
    return fromEpochMs(days * 86'400'000 + time.msecsSinceStartOfDay() + fraction - offsetMs);
}

QString toRfc3339(UtcTime time)
{
    return QDateTime::fromMSecsSinceEpoch(toEpochMs(time), Qt::UTC).toString(Qt::ISODateWithMs);
}

} // namespace assay
