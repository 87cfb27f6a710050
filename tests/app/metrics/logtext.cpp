// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/metrics/logtext.h"

#include <QDateTime>
#include <QRandomGenerator>
#include <QTimeZone>

#include <algorithm>

namespace assay::test {

namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

class WorldWriter
{
public:
    WorldWriter(LogText& log, const World& world, quint32 seed)
        : m_log(log)
        , m_world(world)
        , m_random(seed)
    {
    }

    void write();

private:
    bool happens(double chance) { return m_random.generateDouble() < chance; }
    void writeAsset(int week);
    bool writeCycle(UtcTime at, LogText::Image image, double accepted);
    QString checks();

    LogText& m_log;
    const World& m_world;
    QRandomGenerator m_random;
    int m_assets = 0;
};

void WorldWriter::write()
{
    for (int week = 0; week < m_world.weeks; ++week) {
        for (int i = 0; i < m_world.assetsPerWeek; ++i)
            writeAsset(week);
    }
}

void WorldWriter::writeAsset(int week)
{
    // Tuesday to Thursday, so that no zone cuts a batch in two.
    UtcTime at = m_world.start + days(7 * week + 1 + m_random.bounded(3)) + minutes(m_random.bounded(600));
    LogText::Image image{.asset = QStringLiteral("%1-%2").arg(m_world.client).arg(++m_assets),
                         .client = m_world.client};
    const double accepted = week < m_world.weeks / 2 ? m_world.accepted : m_world.acceptedLater;
    for (image.cycle = 1; image.cycle <= 3; ++image.cycle) {
        if (writeCycle(at, image, accepted))
            return;
        at += hours(2);
    }
}

bool WorldWriter::writeCycle(UtcTime at, LogText::Image image, double accepted)
{
    const int candidates = 1 + m_random.bounded(4);
    bool isDone = false;
    for (int i = 0; i < candidates; ++i) {
        image.status = happens(m_world.failed) ? QStringLiteral("timeout") : QStringLiteral("ok");
        image.attempt = 1;
        QString id = m_log.addImage(at + seconds(i), image);
        if (image.status != QLatin1String("ok")) {
            image.attempt = 2;
            image.status = QStringLiteral("ok");
            id = m_log.addImage(at + seconds(10 + i), image);
        }
        const bool isAccepted = !isDone && happens(accepted);
        if (isDone && happens(0.5))
            continue;
        m_log.addReview(id, at + minutes(30 + i),
                        isAccepted ? QStringLiteral("accepted") : QStringLiteral("rejected"), checks());
        isDone = isDone || isAccepted;
    }
    return isDone;
}

QString WorldWriter::checks()
{
    const auto answer = [this] { return happens(0.05) ? "null" : happens(m_world.met) ? "true" : "false"; };
    return QStringLiteral(R"({"c1":%1,"c2":%2,"c3":%3})")
        .arg(QLatin1String(answer()), QLatin1String(answer()), QLatin1String(answer()));
}

class OddWorldWriter
{
public:
    explicit OddWorldWriter(quint32 seed)
        : m_random(seed)
    {
    }

    QByteArray write();

private:
    bool happens(double chance) { return m_random.generateDouble() < chance; }
    template<typename T>
    T oneOf(std::initializer_list<T> values)
    {
        return *(values.begin() + m_random.bounded(int(values.size())));
    }
    void writeWeek(const QString& client, UtcTime monday);
    void measure(LogText::Image& image, double chance);
    void writeBatch(LogText::Image image, UtcTime at);
    void writeReview(const QString& id, UtcTime at);

    LogText m_log;
    QRandomGenerator m_random;
    int m_names = 0;
};

QByteArray OddWorldWriter::write()
{
    const UtcTime start = noon(2026, 10, 12) - hours(12);
    const int weeks = 10 + m_random.bounded(12);
    for (const QString& client : {QStringLiteral("north"), QStringLiteral("south"), QString()}) {
        for (int week = 0; week < weeks; ++week) {
            if (!happens(0.12))
                writeWeek(client, start + days(7 * week));
        }
    }
    // With days and weeks left out.
    for (UtcTime at = start - days(9); at < start + days(7 * weeks); at += hours(happens(0.02) ? 90 : 5))
        m_log.addGpuSample(at, happens(0.5) ? 0.5 : m_random.generateDouble());
    for (int i = 0; i < 3; ++i) {
        // Monday's first instant in Berlin in winter, or any moment.
        const UtcTime monday = start + days(7 * m_random.bounded(weeks)) - hours(1);
        const UtcTime at = happens(0.5) ? monday : monday + minutes(m_random.bounded(7 * 24 * 60));
        m_log.addChange(at, oneOf({QString(), QString(), QStringLiteral("north"), QStringLiteral("south")}));
    }
    return m_log.text();
}

void OddWorldWriter::writeWeek(const QString& client, UtcTime monday)
{
    const int assets = oneOf({1, 4, 8, 12, 30});
    const double unknownCost = oneOf({0.0, 0.0, 0.0, 0.3});
    const double foreignCost = oneOf({0.0, 0.0, 0.0, 0.3});
    const double failed = oneOf({0.02, 0.1, 1.0});
    const double measured = oneOf({0.0, 0.5, 1.0});
    for (int i = 0; i < assets; ++i) {
        LogText::Image image{.asset = QStringLiteral("%1/%2").arg(client).arg(++m_names), .client = client};
        for (image.cycle = 1; image.cycle <= 1 + m_random.bounded(3); ++image.cycle) {
            image.batch = happens(0.5) ? QStringLiteral("b%1").arg(++m_names) : QString();
            image.status = happens(failed) ? QStringLiteral("error") : QStringLiteral("ok");
            image.attempt = 1 + (happens(0.1) ? 1 : 0);
            image.cost =
                happens(unknownCost)
                    ? QString()
                    : oneOf({QStringLiteral("0.040000"), QStringLiteral("0"), QStringLiteral("1.25")});
            image.currency = happens(foreignCost) ? QStringLiteral("EUR") : QStringLiteral("USD");
            measure(image, measured);
            const UtcTime at = monday + days(1 + m_random.bounded(3)) + hours(10 * image.cycle);
            image.promptWrittenAt =
                happens(0.5) ? std::optional(at + hours(m_random.bounded(72) - 48)) : std::nullopt;
            writeBatch(image, at);
        }
    }
}

/// Few different values, so that many are equal, or many.
void OddWorldWriter::measure(LogText::Image& image, double chance)
{
    image.latency = happens(0.5) ? 1000 * (1 + m_random.bounded(4)) : m_random.bounded(90'000);
    image.drift = happens(chance) ? std::optional(m_random.bounded(10'000) / 1e4) : std::nullopt;
    image.clip = happens(chance) ? std::optional(m_random.generateDouble()) : std::nullopt;
    image.aesthetic = happens(chance) ? std::optional(double(m_random.bounded(10))) : std::nullopt;
}

void OddWorldWriter::writeBatch(LogText::Image image, UtcTime at)
{
    // Now and then a batch of one at the very edge of a week.
    const bool isAtTheEdge = happens(0.05);
    const int candidates = isAtTheEdge ? 1 : 1 + m_random.bounded(4);
    const UtcTime sentAt = isAtTheEdge ? at + days(4) + minutes(m_random.bounded(48 * 60)) : at;
    for (int i = 0; i < candidates; ++i) {
        const QString id = m_log.addImage(sentAt + seconds(i), image);
        if (happens(0.8))
            writeReview(id, sentAt + minutes(happens(0.1) ? m_random.bounded(30 * 24 * 60) : 20));
    }
}

void OddWorldWriter::writeReview(const QString& id, UtcTime at)
{
    const auto disposition = [this] {
        return oneOf({QStringLiteral("accepted"), QStringLiteral("revised"), QStringLiteral("rejected")});
    };
    const auto checks = [this] {
        return oneOf({QStringLiteral("{}"), QStringLiteral(R"({"c1":true,"c2":null})"),
                      QStringLiteral(R"({"c1":true,"c2":true,"c3":false})")});
    };
    m_log.addReview(id, at, disposition(), checks());
    if (happens(0.1)) // earlier, at the same instant, or later than the one in force
        m_log.addReview(id, at + minutes(m_random.bounded(3) - 1), disposition(), checks());
}

} // namespace

UtcTime noon(int year, int month, int day)
{
    return fromEpochMs(QDateTime(QDate(year, month, day), QTime(12, 0), Qt::UTC).toMSecsSinceEpoch());
}

static QString scoresText(const LogText::Image& image)
{
    QStringList scores;
    if (image.clip)
        scores += QStringLiteral(R"("clip":%1)").arg(*image.clip, 0, 'g', 17);
    if (image.aesthetic)
        scores += QStringLiteral(R"("aesthetic":%1)").arg(*image.aesthetic, 0, 'g', 17);
    return scores.isEmpty() ? QString() : QStringLiteral(R"(,"scores":{%1})").arg(scores.join(u','));
}

QString LogText::addImage(UtcTime sentAt, const Image& image)
{
    const QString id = QStringLiteral("g%1").arg(++m_ids);
    QString line =
        QStringLiteral(R"({"type":"generation","v":1,"id":"%1","ts":"%2","client":"%3","asset":"%4",)")
            .arg(id, toRfc3339(sentAt), image.client, image.asset);
    line +=
        QStringLiteral(R"("cycle":%1,"attempt":%2,"status":"%3","model":"m","prompt":"p","latency_ms":%4)")
            .arg(image.cycle)
            .arg(image.attempt)
            .arg(image.status)
            .arg(image.latency);
    if (image.promptWrittenAt)
        line += QStringLiteral(R"(,"prompt_ts":"%1")").arg(toRfc3339(*image.promptWrittenAt));
    if (image.drift)
        line += QStringLiteral(R"(,"drift":%1)").arg(*image.drift, 0, 'g', 17);
    line += scoresText(image);
    if (!image.batch.isEmpty())
        line += QStringLiteral(R"(,"batch":"%1")").arg(image.batch);
    if (!image.cost.isEmpty())
        line += QStringLiteral(R"(,"cost":{"amount":"%1","currency":"%2"})").arg(image.cost, image.currency);
    addLine(line % u'}');
    return id;
}

void LogText::addReview(const QString& generation, UtcTime at, const QString& disposition,
                        const QString& checks)
{
    addLine(QStringLiteral(R"({"type":"review","v":1,"id":"r%1","generation":"%2","ts":"%3",)")
                .arg(QString::number(++m_ids), generation, toRfc3339(at)) %
            QStringLiteral(R"("reviewer":"dana","disposition":"%1","checks":%2})").arg(disposition, checks));
}

void LogText::addGpuSample(UtcTime at, double utilisation)
{
    addLine(QStringLiteral(R"({"type":"gpu","v":1,"ts":"%1","node":"gpu-0","duration_s":3600,"util":%2})")
                .arg(toRfc3339(at))
                .arg(utilisation, 0, 'g', 17));
}

void LogText::addChange(UtcTime at, const QString& client)
{
    const QString whose = client.isEmpty() ? QStringLiteral("null") : QStringLiteral("\"%1\"").arg(client);
    addLine(QStringLiteral(R"({"type":"change","v":1,"id":"ch%1","ts":"%2","client":%3,"kind":"model"})")
                .arg(QString::number(++m_ids), toRfc3339(at), whose));
}

void LogText::addLine(const QString& line)
{
    m_text += line.toUtf8() + '\n';
}

void addWorld(LogText& log, const World& world, quint32 seed)
{
    WorldWriter(log, world, seed).write();
}

QByteArray oddWorld(quint32 seed)
{
    return OddWorldWriter(seed).write();
}

} // namespace assay::test
