// SPDX-License-Identifier: GPL-3.0-or-later
// Verdicts given by keys in the real window outlive a SIGKILL at any moment. Each picture has a colour of its
// own, so the screen tells which image is shown: an image has been left when the next one is on the screen.
// Its verdict must then be in the workspace at most kSaving later, as often as the program is killed.
// ASSAY_KILLS: how many times (3).
#include "tests/cli/pictures.h"
#include "tests/cli/program.h"
#include "tests/process/virtualscreen.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <memory>
#include <vector>

using namespace assay;
using namespace Qt::StringLiterals;

namespace {

constexpr int kPictures = 125;
constexpr qint64 kSavingMs = 100; ///< a disk may take this long; a person at speed takes five times as long
constexpr int kShownMs = 20'000;  ///< for a machine that does much else
constexpr double kShownShare = 0.15;

QColor colorOf(int picture)
{
    return QColor(60 + 40 * (picture % 5), 60 + 40 * (picture / 5 % 5), 60 + 40 * (picture / 25));
}

void drawPicture(const QString& path, int picture)
{
    QImage image(600, 600, QImage::Format_RGB32);
    image.fill(colorOf(picture));
    image.setText(u"parameters"_s, u"a plain picture, number %1\nSteps: 20, Seed: %1"_s.arg(picture));
    if (!image.save(path))
        qFatal("can't write %s", qPrintable(path));
}

/// A verdict the test gave.
struct Given
{
    int picture = 0;
    QString disposition;
    qint64 leftAt = -1; ///< when the next image was on the screen; -1: it was not seen there
};

QString inWords(const std::vector<Given>& verdicts)
{
    QStringList words;
    for (const Given& verdict : verdicts)
        words.append(QString::number(verdict.picture) + u' ' + verdict.disposition);
    return words.join(u", ");
}

QList<QJsonObject> exported(const QString& workspace, const QString& what)
{
    const ProgramRun run =
        runProgram({u"export"_s, u"--workspace"_s, workspace, u"--what"_s, what, u"-o"_s, u"-"_s});
    QList<QJsonObject> lines;
    for (const QByteArray& line : run.output.split('\n')) {
        if (!line.isEmpty())
            lines.append(QJsonDocument::fromJson(line).object());
    }
    return lines;
}

} // namespace

class TestKilledReview : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void killedAtAnyMoment_keepsEveryVerdictOfAnImageLeft_data();
    void killedAtAnyMoment_keepsEveryVerdictOfAnImageLeft();
    void cleanupTestCase();

private:
    void startProgram();
    void giveVerdict(QRandomGenerator& random);
    void killProgram();
    void checkKept();
    int shownPicture() const;
    bool isNextShown();
    bool isVerified() const;
    std::vector<Given> kept() const;

    QTemporaryDir m_folder;
    QString m_workspace;
    std::unique_ptr<VirtualScreen> m_screen;
    std::unique_ptr<QProcess> m_program;
    QElapsedTimer m_clock;
    QHash<QString, int> m_pictureOf; ///< by the generation's id
    std::vector<Given> m_before;     ///< what earlier rounds left in the workspace
    std::vector<Given> m_given;      ///< in this round
    qint64 m_killedAt = 0;
    int m_kills = 3;
    int m_lost = 0;
};

void TestKilledReview::initTestCase()
{
    if (const QString missing = VirtualScreen::missing(); !missing.isEmpty())
        QSKIP(qPrintable(u"%1 not installed: the window can't be driven"_s.arg(missing)));
    m_workspace = m_folder.filePath(u"work.assay"_s);
    QDir(m_folder.path()).mkdir(u"pictures"_s);
    for (int picture = 0; picture < kPictures; ++picture)
        drawPicture(m_folder.filePath(u"pictures/%1.png"_s.arg(picture)), picture);
    const ProgramRun run =
        runProgram({u"import"_s, m_folder.filePath(u"pictures"_s), u"--workspace"_s, m_workspace});
    QVERIFY2(run.exitCode == 0, run.problems.constData());
    for (const QJsonObject& line : exported(m_workspace, u"generations"_s)) {
        m_pictureOf[line[u"id"_s].toString()] =
            QFileInfo(line[u"image"_s].toString()).completeBaseName().toInt();
    }
    QCOMPARE(m_pictureOf.size(), kPictures);
    m_screen = std::make_unique<VirtualScreen>();
    QVERIFY(m_screen->start({1600, 1000}));
    m_clock.start();
}

void TestKilledReview::startProgram()
{
    m_program = std::make_unique<QProcess>();
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"DISPLAY"_s, m_screen->display());
    environment.insert(u"QT_QPA_PLATFORM"_s, u"xcb"_s);
    environment.insert(u"HOME"_s, m_folder.path());
    for (const QString& name :
         {u"XDG_CONFIG_HOME"_s, u"XDG_CACHE_HOME"_s, u"XDG_DATA_HOME"_s, u"DBUS_SESSION_BUS_ADDRESS"_s})
        environment.remove(name);
    m_program->setProcessEnvironment(environment);
    m_program->setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_program->start(QStringLiteral(ASSAY), {u"--workspace"_s, m_workspace});
    QVERIFY(m_program->waitForStarted());
    QVERIFY(m_screen->focusWindowOf(m_program->processId()));
}

int TestKilledReview::shownPicture() const
{
    for (int picture = 0; picture < kPictures; ++picture) {
        if (m_screen->shareOf(colorOf(picture)) >= kShownShare)
            return picture;
    }
    return -1;
}

void TestKilledReview::giveVerdict(QRandomGenerator& random)
{
    static const std::pair<QString, QString> keys[] = {
        {u"a"_s, u"accepted"_s}, {u"r"_s, u"revised"_s}, {u"x"_s, u"rejected"_s}};
    int shown = -1;
    QTRY_VERIFY_WITH_TIMEOUT((shown = shownPicture()) >= 0, kShownMs);
    if (!m_given.empty()) {
        QTRY_VERIFY_WITH_TIMEOUT(isNextShown(), kShownMs);
        shown = shownPicture();
    }
    const auto& [key, disposition] = keys[random.bounded(3)];
    m_given.push_back({shown, disposition});
    QVERIFY(m_screen->pressKey(key));
}

/// Whether the image of the last verdict has been left; notes when this was first seen.
bool TestKilledReview::isNextShown()
{
    const int shown = shownPicture();
    Given& last = m_given.back();
    if (last.leftAt < 0 && shown >= 0 && shown != last.picture)
        last.leftAt = m_clock.elapsed();
    return last.leftAt >= 0;
}

void TestKilledReview::killProgram()
{
    isNextShown();
    m_killedAt = m_clock.elapsed();
    m_program->kill();
    QVERIFY(m_program->waitForFinished());
    QCOMPARE(m_program->exitStatus(), QProcess::CrashExit);
    m_program.reset();
}

bool TestKilledReview::isVerified() const
{
    return runProgram({u"verify"_s, u"--workspace"_s, m_workspace}).exitCode == 0;
}

/// Every verdict in the workspace, in the order of its time.
std::vector<Given> TestKilledReview::kept() const
{
    QList<QJsonObject> lines = exported(m_workspace, u"reviews"_s);
    std::stable_sort(lines.begin(), lines.end(), [](const QJsonObject& one, const QJsonObject& other) {
        return one[u"ts"_s].toString() < other[u"ts"_s].toString();
    });
    std::vector<Given> reviews;
    for (const QJsonObject& line : std::as_const(lines)) {
        reviews.push_back(
            {m_pictureOf.value(line[u"generation"_s].toString(), -1), line[u"disposition"_s].toString()});
    }
    return reviews;
}

/// The workspace has what it had before, then the verdicts in the order they were given: all of them, or all
/// but the last whose images were left a moment before the kill or not at all.
void TestKilledReview::checkKept()
{
    const std::vector<Given> reviews = kept();
    std::vector<Given> expected = m_before;
    expected.insert(expected.end(), m_given.begin(), m_given.end());
    QVERIFY2(reviews.size() <= expected.size(), "there are verdicts nobody gave, or some are there twice");
    const qsizetype missing = qsizetype(expected.size() - reviews.size());
    expected.resize(reviews.size());
    QCOMPARE(inWords(reviews), inWords(expected));
    for (auto it = m_given.end() - missing; it != m_given.end(); ++it) {
        const qint64 leftFor = it->leftAt < 0 ? 0 : m_killedAt - it->leftAt;
        m_lost += it->leftAt >= 0;
        QVERIFY2(leftFor <= kSavingMs,
                 qPrintable(u"the verdict of an image left %1 ms before the kill is lost"_s.arg(leftFor)));
    }
    m_before = reviews;
}

void TestKilledReview::killedAtAnyMoment_keepsEveryVerdictOfAnImageLeft_data()
{
    bool isSet = false;
    if (const int kills = qEnvironmentVariableIntValue("ASSAY_KILLS", &isSet); isSet)
        m_kills = std::clamp(kills, 1, kPictures / 5);
    QTest::addColumn<int>("number");
    for (int number = 1; number <= m_kills; ++number)
        QTest::addRow("kill %d", number) << number;
}

void TestKilledReview::killedAtAnyMoment_keepsEveryVerdictOfAnImageLeft()
{
    QFETCH(int, number);
    QRandomGenerator random(static_cast<quint32>(number));
    m_given.clear();
    startProgram();
    const int verdicts = random.bounded(1, std::min(10, (kPictures - 1) / m_kills) + 1);
    for (int i = 0; i < verdicts && !QTest::currentTestFailed(); ++i)
        giveVerdict(random);
    if (QTest::currentTestFailed())
        return;
    for (const Given& earlier : m_before)
        QVERIFY2(earlier.picture != m_given.front().picture, "an image that has a verdict was opened first");
    m_program->waitForFinished(random.bounded(40)); // the moment within the last verdict
    killProgram();
    QVERIFY(isVerified());
    checkKept();
}

void TestKilledReview::cleanupTestCase()
{
    if (m_screen)
        qInfo("%d kills, %d verdicts kept, %d lost of images left less than %d ms before", m_kills,
              int(m_before.size()), m_lost, int(kSavingMs));
}

QTEST_GUILESS_MAIN(TestKilledReview)
#include "tst_killedreview.moc"
