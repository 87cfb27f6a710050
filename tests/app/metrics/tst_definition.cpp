// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/metrics/definition.h"

#include <QSet>
#include <QTest>

using namespace assay;

class TestDefinition : public QObject
{
    Q_OBJECT

private slots:
    void everyMetric_standsAtItsPlaceAndIsDescribed();
    void textId_readsBack();
};

void TestDefinition::everyMetric_standsAtItsPlaceAndIsDescribed()
{
    QSet<QString> ids;
    for (int i = 0; i < kMetricCount; ++i) {
        const Definition& metric = definition(static_cast<MetricId>(i));
        QCOMPARE(static_cast<int>(metric.id), i);
        ids += QString::fromLatin1(metric.textId);
        for (const char* text :
             {metric.name, metric.shortName, metric.formula, metric.sentence, metric.counted})
            QVERIFY2(qstrlen(text) > 0, metric.textId);
        QVERIFY2(QLatin1String(metric.sentence).endsWith(u'.'), metric.textId);
        QVERIFY(metric.threshold.percent > 0);
    }
    QCOMPARE(ids.size(), kMetricCount);
}

void TestDefinition::textId_readsBack()
{
    for (const Definition& metric : definitions())
        QCOMPARE(metricFromTextId(QString::fromLatin1(metric.textId)), metric.id);
    QVERIFY(!metricFromTextId(u"Adherence"));
    QVERIFY(!metricFromTextId(u""));
}

QTEST_APPLESS_MAIN(TestDefinition)
#include "tst_definition.moc"
