// SPDX-License-Identifier: GPL-3.0-or-later
// Adds generations with reviews to a workspace until it is killed: store_write_loop WORKSPACE FIRST. Prints
// the number of each one as soon as its transaction is durable.
#include "app/store/generations.h"
#include "app/store/reviews.h"
#include "app/store/rollups.h"
#include "app/store/transaction.h"
#include "app/store/workspace.h"
#include "tests/support/builders.h"

#include <QCoreApplication>
#include <QStringList>

#include <cstdio>

using namespace assay;

namespace {

Result<void> addReviewed(const Database& database, const WeekCalendar& calendar, int number)
{
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return transaction.error();
    const QString asset = QStringLiteral("a%1").arg(number / 3);
    Generations generations(database, calendar);
    const auto added = generations.add(aGeneration(QString::number(number))
                                           .asset(asset)
                                           .sentAt(kNoon + number * kDay)
                                           .cost(u"0.04", u"EUR")
                                           .checklist({aConstraint(u"c1")}));
    if (!added)
        return added.error();
    if (auto searchable = generations.makeSearchable(); !searchable)
        return searchable;
    const auto verdict = number % 2 == 0 ? Disposition::Accepted : Disposition::Revised;
    const auto review = Reviews(database).add(
        aReview(added->id).disposition(verdict).at(kNoon + (number + 1) * kDay).check(u"c1", Answer::Met));
    if (!review)
        return review.error();
    return transaction->commit();
}

int writeUntilKilled(const QString& path, int first)
{
    const auto opened = openWorkspace(path, QTimeZone::utc());
    if (!opened)
        return 1;
    const Database& database = *opened->database;
    const WeekCalendar calendar(QTimeZone::utc());
    for (int number = first;; ++number) {
        if (!addReviewed(database, calendar, number))
            return 2;
        std::printf("%d\n", number);
        std::fflush(stdout);
        if (number % 7 == 0 && !Rollups(database).refresh())
            return 3;
        if (number % 50 == 0 && !database.checkpoint())
            return 4;
    }
}

} // namespace

int main(int argc, char* argv[])
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 3)
        return 5;
    return writeUntilKilled(arguments.at(1), arguments.at(2).toInt());
}
