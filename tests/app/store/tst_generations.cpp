// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/generations.h"
#include "app/store/imageroots.h"
#include "app/store/reviews.h"
#include "app/store/statement.h"
#include "app/store/transaction.h"
#include "app/store/workspacesettings.h"
#include "tests/support/builders.h"
#include "tests/support/result.h"
#include "tests/support/workspace.h"

#include <QDir>
#include <QFile>

using namespace assay;

class TestGenerations : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void everyField_comesBack();
    void unknownFields_stayUnknown();
    void sameId_isKnownAndChangesNothing();
    void storedAfter_givesPagesInOrder();
    void withoutIdAndImage_isInvalid();
    void constraintKeyTwice_isInvalidBeforeAnythingIsWritten();
    void sharedTexts_areStoredOnce();
    void namesAfterRollback_areAddedAgain();
    void logThenFile_becomeOne();
    void fileThenLog_becomeOne();
    void fileThenLogByHash_becomeOne();
    void logThenFileByHash_becomeOne();
    void samePathOfTwoClients_joinsEachWithItsOwn_data();
    void samePathOfTwoClients_joinsEachWithItsOwn();
    void samePathBelowTwoRootsOfNobody_isNotGuessed_data();
    void samePathBelowTwoRootsOfNobody_isNotGuessed();
    void pathStatedByTwoClients_isNotGuessed();
    void removedRoot_isNotLookedIn();
    void sameHash_joinsOverClients();
    void fileWithAnIdOfItsOwn_joinsItsLog();
    void nameByHash_findsItAfterAJoin();
    void waitingReviewByHash_isTakenByTheJoin();
    void joined_logsFieldsWinAndFilesFill();
    void metadataAgain_replacesWhatTheFileGave();
    void metadataAgain_keepsWhatTheLogGave_data();
    void metadataAgain_keepsWhatTheLogGave();
    void metadataAgain_ofAnotherImageIsInvalid();
    void join_keepsReviewsOfTheFile();
    void failedLogLine_doesNotTakeTheFile();
    void secondLogLineOfOneImage_staysWithoutIt();
    void sameFileAgain_isKnown();
    void copiedFile_isKnownAndStays();
    void movedFile_isRelocated();
    void replacedFile_isAnotherGeneration();
    void missingFile_comesBackWhenSeenAgain();
    void unchangedFile_isRecognised();
    void imageWithoutAGeneration_isNotUnchanged();
    void relinkedRoot_keepsImages();
    void rootAddedTwice_isOne();
    void rootsWithOneName_areTold();
    void checklist_canBeReplaced();
    void answeredChecklist_staysWhenTheLogComes();
    void openChecklist_givesWayToTheLogs();
    void emptiedChecklist_staysWhenTheFileIsReadAgain();
    void clientNames_showNoClientOnlyWhenUsed();
    void newGeneration_makesItsWeekAndAssetStale();
    void changedTimeZone_movesWeeks();
    void firstTimeZone_stays();

private:
    const Database& database() const { return m_workspace->database(); }
    Generations& generations() { return *m_generations; }
    qint64 count(const char* table) const
    {
        Statement statement =
            database().prepare(QStringLiteral("SELECT count(*) FROM ") + QLatin1String(table));
        return statement.firstInteger()->value_or(-1);
    }
    ImageRoot addRoot(const QString& name, const QString& client)
    {
        const QDir folder(m_workspace->folder().path());
        const bool isMade = folder.mkdir(name);
        const auto root = ImageRoots(database()).add(folder.filePath(name), client, kNoon);
        return isMade && root ? *root : ImageRoot();
    }
    void addInOrder(const QList<Generation>& logs, const QList<Generation>& files)
    {
        QFETCH(bool, logsFirst);
        for (const Generation& generation : logsFirst ? logs + files : files + logs)
            ASSAY_VERIFY_OK(generations().add(generation));
    }
    std::optional<ImageFile> imageOf(const QString& id) { return generations().get(*idOf(id))->image; }
    std::optional<GenerationId> idOf(const QString& id) { return *generations().findByExternalId(id); }
    void writeFile(const QString& relativePath)
    {
        QFile file(QDir(m_root.path).filePath(relativePath));
        QVERIFY(QDir(m_root.path).mkpath(QStringLiteral("out")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("pixels");
    }

    std::unique_ptr<TemporaryWorkspace> m_workspace;
    std::unique_ptr<Generations> m_generations;
    ImageRoot m_root;
};

void TestGenerations::init()
{
    m_workspace = std::make_unique<TemporaryWorkspace>();
    m_generations = std::make_unique<Generations>(database(), m_workspace->calendar());
    QVERIFY(QDir(m_workspace->folder().path()).mkdir(QStringLiteral("images")));
    const QString folder = m_workspace->folder().filePath(QStringLiteral("images"));
    const auto root = ImageRoots(database()).add(folder, QStringLiteral("nord"), kNoon);
    ASSAY_VERIFY_OK(root);
    m_root = *root;
}

void TestGenerations::cleanup()
{
    m_generations.reset();
    m_workspace.reset();
}

void TestGenerations::everyField_comesBack()
{
    Generation all = aGeneration(u"g1")
                         .asset(u"a1")
                         .batch(u"b1")
                         .cycle(2)
                         .candidate(3)
                         .attempt(4)
                         .promptWrittenAt(kNoon - kDay)
                         .promptTemplate(u"hero@3")
                         .checklist({aConstraint(u"c1"), aConstraint(u"c2", ConstraintKind::Colour, u"c1")})
                         .latency(3120)
                         .cost(u"0.040001", u"EUR")
                         .scores(0.31, 5.8)
                         .drift(0.2)
                         .statedImage(u"out/g1.png");
    all.retryOf = QStringLiteral("g0");
    all.settings = QStringLiteral("{\"steps\":28}");
    all.negativePrompt = QStringLiteral("blurry \u00e4\U0001F3A8");
    all.checklist[0].span = {6, 3};
    all.gpuTime = Milliseconds(2496);
    all.image = anImage(m_root.id, u"out/g1.png");
    all.generator = QStringLiteral("ComfyUI");
    all.rawMetadata = QStringLiteral("{\"prompt\":{}}");
    all.provenance = {QStringLiteral("C2PA manifest, not verified"), QStringLiteral("declares: made with X")};
    all.extra = QStringLiteral("{\"seed\":1}");
    const auto added = generations().add(all);
    ASSAY_VERIFY_OK(added);
    QCOMPARE(added->outcome, AddOutcome::Added);
    const auto read = generations().get(added->id);
    ASSAY_VERIFY_OK(read);
    all.id = added->id;
    QVERIFY(*read == all);
}

void TestGenerations::unknownFields_stayUnknown()
{
    const auto added = generations().add(aFileGeneration(anImage(m_root.id, u"x.png")));
    ASSAY_VERIFY_OK(added);
    const auto read = generations().get(added->id);
    ASSAY_VERIFY_OK(read);
    QVERIFY(read->externalId.startsWith(QStringLiteral("sha256:")));
    QVERIFY(!read->model && !read->prompt && !read->negativePrompt && !read->latency && !read->cost);
    QVERIFY(!read->candidate && !read->drift && !read->scores.clip && !read->promptWrittenAt);
    QVERIFY(read->asset.isEmpty() && read->batch.isEmpty() && read->client.isEmpty());
}

void TestGenerations::sameId_isKnownAndChangesNothing()
{
    const auto first = generations().add(aGeneration().model(u"m-1"));
    const auto second = generations().add(aGeneration().model(u"m-2"));
    ASSAY_VERIFY_OK(second);
    QCOMPARE(second->outcome, AddOutcome::Known);
    QCOMPARE(second->id, first->id);
    QCOMPARE(generations().get(first->id)->model, QStringLiteral("m-1"));
}

void TestGenerations::storedAfter_givesPagesInOrder()
{
    QList<GenerationId> all;
    for (int i = 0; i < 5; ++i)
        all += generations().add(aGeneration(QStringLiteral("g%1").arg(9 - i)))->id;
    const auto first = generations().storedAfter({}, 3);
    ASSAY_VERIFY_OK(first);
    QCOMPARE(*first, all.first(3));
    QCOMPARE(*generations().storedAfter(first->last(), 3), all.sliced(3));
    QVERIFY(generations().storedAfter(all.last(), 3)->isEmpty());
}

void TestGenerations::withoutIdAndImage_isInvalid()
{
    ASSAY_VERIFY_ERROR(generations().add(aGeneration(u"")), ErrorKind::Invalid);
}

void TestGenerations::constraintKeyTwice_isInvalidBeforeAnythingIsWritten()
{
    const auto added = generations().add(aGeneration().checklist({aConstraint(u"c1"), aConstraint(u"c1")}));
    ASSAY_VERIFY_ERROR(added, ErrorKind::Invalid);
    QCOMPARE(count("generations") + count("prompts") + count("checklists"), 0);
}

void TestGenerations::sharedTexts_areStoredOnce()
{
    for (const QString& id : {QStringLiteral("g1"), QStringLiteral("g2"), QStringLiteral("g3")}) {
        ASSAY_VERIFY_OK(generations().add(
            aGeneration(id).asset(u"a").promptTemplate(u"t").checklist({aConstraint(u"c1")})));
    }
    QCOMPARE(count("prompts"), 1);
    QCOMPARE(count("checklists"), 1);
    QCOMPARE(count("assets"), 1);
    QCOMPARE(count("templates"), 1);
    QCOMPARE(count("clients"), 2);
}

void TestGenerations::namesAfterRollback_areAddedAgain()
{
    {
        auto transaction = Transaction::begin(database());
        ASSAY_VERIFY_OK(transaction);
        ASSAY_VERIFY_OK(generations().add(aGeneration().asset(u"a").checklist({aConstraint(u"c1")})));
    }
    QCOMPARE(count("generations") + count("prompts") + count("assets"), 0);
    const auto added = generations().add(aGeneration().asset(u"a").checklist({aConstraint(u"c1")}));
    ASSAY_VERIFY_OK(added);
    QCOMPARE(generations().get(added->id)->asset, QStringLiteral("a"));
    QCOMPARE(generations().get(added->id)->checklist.size(), 1);
}

void TestGenerations::logThenFile_becomeOne()
{
    const auto log = generations().add(aGeneration().statedImage(u"out/g1.png"));
    const auto file = generations().add(aFileGeneration(anImage(m_root.id, u"out/g1.png")));
    ASSAY_VERIFY_OK(file);
    QCOMPARE(file->outcome, AddOutcome::Joined);
    QCOMPARE(file->id, log->id);
    QCOMPARE(count("generations"), 1);
    QCOMPARE(generations().get(log->id)->image->relativePath, QStringLiteral("out/g1.png"));
    QCOMPARE(generations().add(aGeneration().statedImage(u"out/g1.png"))->outcome, AddOutcome::Known);
    QCOMPARE(generations().add(aFileGeneration(anImage(m_root.id, u"out/g1.png")))->outcome,
             AddOutcome::Known);
}

void TestGenerations::fileThenLog_becomeOne()
{
    const auto file = generations().add(aFileGeneration(anImage(m_root.id, u"out/g1.png")));
    const auto log = generations().add(aGeneration().statedImage(u"out/g1.png").asset(u"a"));
    ASSAY_VERIFY_OK(log);
    QCOMPARE(log->outcome, AddOutcome::Joined);
    QCOMPARE(log->id, file->id);
    QCOMPARE(count("generations"), 1);
    const auto read = generations().get(log->id);
    QCOMPARE(read->externalId, QStringLiteral("g1"));
    QCOMPARE(read->asset, QStringLiteral("a"));
    QVERIFY(read->image);
}

void TestGenerations::fileThenLogByHash_becomeOne()
{
    const ImageFile image = anImage(m_root.id, u"inbox/x.png");
    const auto file = generations().add(aFileGeneration(image));
    const QString stated = QStringLiteral("sha256:") + QString::fromLatin1(image.sha256.toHex());
    const auto log = generations().add(aGeneration().statedImage(stated));
    ASSAY_VERIFY_OK(log);
    QCOMPARE(log->outcome, AddOutcome::Joined);
    QCOMPARE(log->id, file->id);
}

void TestGenerations::logThenFileByHash_becomeOne()
{
    const ImageFile image = anImage(m_root.id, u"inbox/x.png");
    const QString stated = QStringLiteral("sha256:") + QString::fromLatin1(image.sha256.toHex());
    const auto log = generations().add(aGeneration().statedImage(stated));
    const auto file = generations().add(aFileGeneration(image));
    ASSAY_VERIFY_OK(file);
    QCOMPARE(file->outcome, AddOutcome::Joined);
    QCOMPARE(file->id, log->id);
}

void TestGenerations::samePathOfTwoClients_joinsEachWithItsOwn_data()
{
    QTest::addColumn<bool>("logsFirst");
    QTest::newRow("logs first") << true;
    QTest::newRow("files first") << false;
}

void TestGenerations::samePathOfTwoClients_joinsEachWithItsOwn()
{
    const ImageRoot sable = addRoot(QStringLiteral("sable"), QStringLiteral("sable"));
    const QList<Generation> logs{aGeneration(u"n1").client(u"nord").statedImage(u"out/0001.png"),
                                 aGeneration(u"s1").client(u"sable").statedImage(u"out/0001.png")};
    const QList<Generation> files{aFileGeneration(anImage(sable.id, u"out/0001.png", u"of sable")),
                                  aFileGeneration(anImage(m_root.id, u"out/0001.png", u"of nord"))};
    addInOrder(logs, files);
    QCOMPARE(count("generations"), 2);
    QCOMPARE(imageOf(QStringLiteral("n1")).value().root, m_root.id);
    QCOMPARE(imageOf(QStringLiteral("s1")).value().root, sable.id);
}

void TestGenerations::samePathBelowTwoRootsOfNobody_isNotGuessed_data()
{
    samePathOfTwoClients_joinsEachWithItsOwn_data();
}

void TestGenerations::samePathBelowTwoRootsOfNobody_isNotGuessed()
{
    const ImageRoot one = addRoot(QStringLiteral("one"), QString());
    const ImageRoot two = addRoot(QStringLiteral("two"), QString());
    for (const ImageRoot& root : {one, two}) {
        QFile file(root.path + QStringLiteral("/0001.png"));
        QVERIFY(file.open(QIODevice::WriteOnly));
    }
    const QList<Generation> logs{aGeneration(u"n1").statedImage(u"0001.png")};
    const QList<Generation> files{aFileGeneration(anImage(one.id, u"0001.png", u"one")),
                                  aFileGeneration(anImage(two.id, u"0001.png", u"two"))};
    addInOrder(logs, files);
    QCOMPARE(count("generations"), 3);
    QVERIFY(!imageOf(QStringLiteral("n1")));
}

void TestGenerations::pathStatedByTwoClients_isNotGuessed()
{
    const ImageRoot shared = addRoot(QStringLiteral("shared"), QString());
    ASSAY_VERIFY_OK(generations().add(aGeneration(u"n1").client(u"nord").statedImage(u"0001.png")));
    ASSAY_VERIFY_OK(generations().add(aGeneration(u"s1").client(u"sable").statedImage(u"0001.png")));
    QCOMPARE(generations().add(aFileGeneration(anImage(shared.id, u"0001.png")))->outcome, AddOutcome::Added);
}

void TestGenerations::removedRoot_isNotLookedIn()
{
    ASSAY_VERIFY_OK(generations().add(aFileGeneration(anImage(m_root.id, u"x.png"))));
    ASSAY_VERIFY_OK(ImageRoots(database()).remove(m_root.id, kNoon));
    QCOMPARE(generations().add(aGeneration().statedImage(u"x.png"))->outcome, AddOutcome::Added);
}

void TestGenerations::sameHash_joinsOverClients()
{
    const ImageFile image = anImage(m_root.id, u"x.png");
    const QString stated = QStringLiteral("sha256:") + QString::fromLatin1(image.sha256.toHex());
    ASSAY_VERIFY_OK(generations().add(aGeneration(u"s1").client(u"sable").statedImage(stated)));
    ASSAY_VERIFY_OK(generations().add(aGeneration(u"n1").statedImage(u"x.png")));
    ASSAY_VERIFY_OK(generations().add(aFileGeneration(image)));
    QVERIFY(imageOf(QStringLiteral("s1")));
    QVERIFY(!imageOf(QStringLiteral("n1")));
}

void TestGenerations::fileWithAnIdOfItsOwn_joinsItsLog()
{
    Generation file = aFileGeneration(anImage(m_root.id, u"x.png"));
    file.externalId = QStringLiteral("from the metadata");
    file.sentAtSource = TimeSource::Metadata;
    ASSAY_VERIFY_OK(generations().add(file));
    QCOMPARE(generations().add(aGeneration().statedImage(u"x.png"))->outcome, AddOutcome::Joined);
    QCOMPARE(count("generations"), 1);
}

void TestGenerations::nameByHash_findsItAfterAJoin()
{
    const ImageFile image = anImage(m_root.id, u"x.png");
    const QString name = QStringLiteral("sha256:") + QString::fromLatin1(image.sha256.toHex());
    const auto file = generations().add(aFileGeneration(image));
    QCOMPARE(idOf(name), std::optional(file->id));
    QCOMPARE(generations().add(aGeneration().statedImage(u"x.png"))->outcome, AddOutcome::Joined);
    QCOMPARE(idOf(name), std::optional(file->id));
    QVERIFY(!idOf(QStringLiteral("sha256:00ff")));
}

void TestGenerations::waitingReviewByHash_isTakenByTheJoin()
{
    const ImageFile image = anImage(m_root.id, u"x.png");
    const QString name = QStringLiteral("sha256:") + QString::fromLatin1(image.sha256.toHex());
    Reviews reviews(database());
    ASSAY_VERIFY_OK(
        reviews.addWaiting(aReview().externalId(u"r1").ofExternal(name).accepted(), QStringLiteral("{}")));
    const auto log = generations().add(aGeneration().statedImage(u"x.png"));
    ASSAY_VERIFY_OK(generations().add(aFileGeneration(image)));
    QCOMPARE(reviews.ofGeneration(log->id)->size(), 1);
}

void TestGenerations::joined_logsFieldsWinAndFilesFill()
{
    Generation file = aFileGeneration(anImage(m_root.id, u"x.png"));
    file.sentAt = kNoon + kDay;
    file.model = QStringLiteral("from the file");
    file.prompt = QStringLiteral("prompt of the file");
    file.settings = QStringLiteral("{\"steps\":20}");
    file.client = QStringLiteral("other");
    ASSAY_VERIFY_OK(generations().add(file));
    const auto log = generations().add(aGeneration().statedImage(u"x.png").model(u"m-1").unknownPrompt());
    ASSAY_VERIFY_OK(log);
    const auto read = generations().get(log->id);
    QCOMPARE(read->sentAt, kNoon);
    QCOMPARE(read->sentAtSource, TimeSource::Log);
    QCOMPARE(read->model, QStringLiteral("m-1"));
    QCOMPARE(read->client, QStringLiteral("nord"));
    QCOMPARE(read->prompt, QStringLiteral("prompt of the file"));
    QCOMPARE(read->settings, QStringLiteral("{\"steps\":20}"));
}

void TestGenerations::metadataAgain_replacesWhatTheFileGave()
{
    Generation file = aFileGeneration(anImage(m_root.id, u"x.png"));
    file.prompt = QStringLiteral("half");
    file.settings = QStringLiteral("{\"wrong\":1}");
    const auto added = generations().add(file);
    ASSAY_VERIFY_OK(added);
    ASSAY_VERIFY_OK(generations().setChecklist(added->id, {aConstraint(u"c1")}));
    file.prompt = QStringLiteral("half and half");
    file.settings.clear();
    file.rawMetadata = QStringLiteral("[]");
    file.generator = QStringLiteral("ComfyUI");
    const auto changed = generations().takeMetadata(added->id, file);
    ASSAY_VERIFY_OK(changed);
    QVERIFY(*changed);
    const auto read = generations().get(added->id);
    QCOMPARE(read->prompt, file.prompt);
    QVERIFY(read->settings.isEmpty());
    QCOMPARE(read->generator, QStringLiteral("ComfyUI"));
    QCOMPARE(read->checklist.size(), 1);
    const auto again = generations().takeMetadata(added->id, file);
    ASSAY_VERIFY_OK(again);
    QVERIFY(!*again);
}

void TestGenerations::metadataAgain_keepsWhatTheLogGave_data()
{
    QTest::addColumn<bool>("logFirst");
    QTest::newRow("the log came first") << true;
    QTest::newRow("the file came first") << false;
}

void TestGenerations::metadataAgain_keepsWhatTheLogGave()
{
    QFETCH(bool, logFirst);
    Generation file = aFileGeneration(anImage(m_root.id, u"x.png"));
    file.model = QStringLiteral("of the file");
    file.prompt = QStringLiteral("old");
    file.settings = QStringLiteral("{\"old\":1}");
    const Generation log = aGeneration().statedImage(u"x.png").model(u"of the log").unknownPrompt();
    ASSAY_VERIFY_OK(generations().add(logFirst ? log : file));
    const auto joined = generations().add(logFirst ? file : log);
    ASSAY_VERIFY_OK(joined);
    QCOMPARE(joined->outcome, AddOutcome::Joined);
    file.model = QStringLiteral("new of the file");
    file.prompt = QStringLiteral("new");
    file.settings.clear();
    file.latency = Milliseconds(70);
    const auto changed = generations().takeMetadata(joined->id, file);
    ASSAY_VERIFY_OK(changed);
    QVERIFY(*changed);
    const auto read = generations().get(joined->id);
    QCOMPARE(read->model, QStringLiteral("of the log"));
    QCOMPARE(read->prompt, QStringLiteral("new"));
    QVERIFY(read->settings.isEmpty());
    QCOMPARE(read->latency, Milliseconds(70)); // the log had left it open
    QCOMPARE(read->sentAt, kNoon);
}

void TestGenerations::metadataAgain_ofAnotherImageIsInvalid()
{
    const auto added = generations().add(aFileGeneration(anImage(m_root.id, u"x.png")));
    ASSAY_VERIFY_OK(added);
    const auto changed =
        generations().takeMetadata(added->id, aFileGeneration(anImage(m_root.id, u"x.png", u"other")));
    QVERIFY(!changed);
    QCOMPARE(changed.error().kind, ErrorKind::Invalid);
}

void TestGenerations::join_keepsReviewsOfTheFile()
{
    const auto file = generations().add(aFileGeneration(anImage(m_root.id, u"x.png")));
    Reviews reviews(database());
    ASSAY_VERIFY_OK(reviews.add(aReview(file->id).accepted()));
    ASSAY_VERIFY_OK(reviews.addWaiting(
        aReview().externalId(u"r2").ofExternal(u"g1").at(kNoon + kDay).rejected(), QStringLiteral("{}")));
    const auto log = generations().add(aGeneration().statedImage(u"x.png"));
    ASSAY_VERIFY_OK(log);
    QCOMPARE(reviews.ofGeneration(log->id)->size(), 2);
    QCOMPARE((*reviews.inForce(log->id))->disposition, Disposition::Rejected);
}

void TestGenerations::failedLogLine_doesNotTakeTheFile()
{
    ASSAY_VERIFY_OK(generations().add(aGeneration().statedImage(u"x.png").status(GenerationStatus::Timeout)));
    const auto file = generations().add(aFileGeneration(anImage(m_root.id, u"x.png")));
    QCOMPARE(file->outcome, AddOutcome::Added);
    const auto second =
        generations().add(aGeneration(u"g2").statedImage(u"x.png").status(GenerationStatus::Error));
    QCOMPARE(second->outcome, AddOutcome::Added);
}

void TestGenerations::secondLogLineOfOneImage_staysWithoutIt()
{
    ASSAY_VERIFY_OK(generations().add(aFileGeneration(anImage(m_root.id, u"x.png"))));
    ASSAY_VERIFY_OK(generations().add(aGeneration(u"g1").statedImage(u"x.png")));
    const auto second = generations().add(aGeneration(u"g2").statedImage(u"x.png"));
    ASSAY_VERIFY_OK(second);
    QCOMPARE(second->outcome, AddOutcome::Added);
    QVERIFY(!generations().get(second->id)->image);
}

void TestGenerations::sameFileAgain_isKnown()
{
    const Generation file = aFileGeneration(anImage(m_root.id, u"x.png"));
    const auto first = generations().add(file);
    const auto second = generations().add(file);
    ASSAY_VERIFY_OK(second);
    QCOMPARE(second->outcome, AddOutcome::Known);
    QCOMPARE(second->id, first->id);
}

void TestGenerations::copiedFile_isKnownAndStays()
{
    writeFile(QStringLiteral("out/x.png"));
    const auto first = generations().add(aFileGeneration(anImage(m_root.id, u"out/x.png")));
    const auto copy = generations().add(aFileGeneration(anImage(m_root.id, u"copy.png")));
    ASSAY_VERIFY_OK(copy);
    QCOMPARE(copy->outcome, AddOutcome::Known);
    QCOMPARE(copy->id, first->id);
    QCOMPARE(generations().get(first->id)->image->relativePath, QStringLiteral("out/x.png"));
}

void TestGenerations::movedFile_isRelocated()
{
    const auto first = generations().add(aFileGeneration(anImage(m_root.id, u"old/x.png")));
    const auto moved = generations().add(aFileGeneration(anImage(m_root.id, u"new/x.png")));
    ASSAY_VERIFY_OK(moved);
    QCOMPARE(moved->outcome, AddOutcome::Relocated);
    QCOMPARE(moved->id, first->id);
    QCOMPARE(generations().get(first->id)->image->relativePath, QStringLiteral("new/x.png"));
}

void TestGenerations::replacedFile_isAnotherGeneration()
{
    const auto first = generations().add(aFileGeneration(anImage(m_root.id, u"x.png", u"old pixels")));
    const auto second = generations().add(aFileGeneration(anImage(m_root.id, u"x.png", u"new pixels")));
    ASSAY_VERIFY_OK(second);
    QCOMPARE(second->outcome, AddOutcome::Added);
    QVERIFY(second->id != first->id);
    // The old content turns up under another name: it is the first one again.
    const auto third = generations().add(aFileGeneration(anImage(m_root.id, u"y.png", u"old pixels")));
    QCOMPARE(third->outcome, AddOutcome::Relocated);
    QCOMPARE(third->id, first->id);
}

void TestGenerations::missingFile_comesBackWhenSeenAgain()
{
    const ImageFile image = anImage(m_root.id, u"x.png");
    const auto added = generations().add(aFileGeneration(image));
    const auto missing = generations().markMissing(m_root.id, QStringLiteral("x.png"), kNoon);
    ASSAY_VERIFY_OK(missing);
    QCOMPARE(*missing, QList<GenerationId>{added->id});
    QVERIFY(!*generations().isUnchangedFile(m_root.id, image.relativePath, image.bytes, image.modifiedAt));
    QVERIFY(generations().markMissing(m_root.id, QStringLiteral("x.png"), kNoon)->isEmpty());
    const auto back = generations().add(aFileGeneration(image));
    QCOMPARE(back->outcome, AddOutcome::Relocated);
    QCOMPARE(back->id, added->id);
    QVERIFY(*generations().isUnchangedFile(m_root.id, image.relativePath, image.bytes, image.modifiedAt));
}

void TestGenerations::unchangedFile_isRecognised()
{
    const ImageFile image = anImage(m_root.id, u"x.png");
    QVERIFY(!*generations().isUnchangedFile(m_root.id, image.relativePath, image.bytes, image.modifiedAt));
    ASSAY_VERIFY_OK(generations().add(aFileGeneration(image)));
    QVERIFY(*generations().isUnchangedFile(m_root.id, image.relativePath, image.bytes, image.modifiedAt));
    QVERIFY(
        !*generations().isUnchangedFile(m_root.id, image.relativePath, image.bytes + 1, image.modifiedAt));
    QVERIFY(!*generations().isUnchangedFile(m_root.id, image.relativePath, image.bytes, kNoon + kDay));
}

void TestGenerations::imageWithoutAGeneration_isNotUnchanged()
{
    const ImageFile image = anImage(m_root.id, u"x.png");
    ASSAY_VERIFY_OK(generations().add(aFileGeneration(image)));
    ASSAY_VERIFY_OK(database().execute(QStringLiteral("UPDATE generations SET image_id = NULL")));
    QVERIFY(!*generations().isUnchangedFile(m_root.id, image.relativePath, image.bytes, image.modifiedAt));
}

void TestGenerations::relinkedRoot_keepsImages()
{
    const auto added = generations().add(aFileGeneration(anImage(m_root.id, u"x.png")));
    QTemporaryDir elsewhere;
    ASSAY_VERIFY_OK(ImageRoots(database()).relink(m_root.id, elsewhere.path()));
    QCOMPARE(ImageRoots(database()).all()->first().path, QDir(elsewhere.path()).canonicalPath());
    QCOMPARE(generations().get(added->id)->image->root, m_root.id);
    ASSAY_VERIFY_ERROR(ImageRoots(database()).relink(ImageRootId{99}, elsewhere.path()), ErrorKind::NotFound);
    ASSAY_VERIFY_ERROR(ImageRoots(database()).relink(m_root.id, QStringLiteral("/no/such")),
                       ErrorKind::NotFound);
}

void TestGenerations::rootAddedTwice_isOne()
{
    const ImageRoots roots(database());
    const auto again = roots.add(m_root.path + QStringLiteral("/../images/"), QString(), kNoon);
    ASSAY_VERIFY_OK(again);
    QCOMPARE(again->id, m_root.id);
    ASSAY_VERIFY_OK(roots.remove(m_root.id, kNoon));
    QVERIFY(roots.all()->isEmpty());
    QCOMPARE(roots.add(m_root.path, QString(), kNoon)->id, m_root.id);
    QCOMPARE(roots.all()->size(), 1);
}

void TestGenerations::rootsWithOneName_areTold()
{
    QVERIFY(QDir(m_root.path).mkpath(QStringLiteral("deep/images")));
    const auto second =
        ImageRoots(database()).add(m_root.path + QStringLiteral("/deep/images"), QString(), kNoon);
    ASSAY_VERIFY_OK(second);
    QCOMPARE(second->name, QStringLiteral("images (2)"));
}

void TestGenerations::checklist_canBeReplaced()
{
    const auto added = generations().add(aGeneration().checklist({aConstraint(u"c1")}));
    ASSAY_VERIFY_OK(generations().setChecklist(added->id, {aConstraint(u"c2"), aConstraint(u"c3")}));
    QCOMPARE(generations().get(added->id)->checklist.size(), 2);
    ASSAY_VERIFY_OK(generations().setChecklist(added->id, {}));
    QVERIFY(generations().get(added->id)->checklist.isEmpty());
}

void TestGenerations::answeredChecklist_staysWhenTheLogComes()
{
    const auto file = generations().add(aFileGeneration(anImage(m_root.id, u"x.png")));
    ASSAY_VERIFY_OK(generations().setChecklist(file->id, {aConstraint(u"c1"), aConstraint(u"c2")}));
    ASSAY_VERIFY_OK(Reviews(database()).saveDraft(file->id, {{{u"c1"_qs, Answer::Met}}, {}}, kNoon));
    ASSAY_VERIFY_OK(generations().add(aGeneration().statedImage(u"x.png").checklist({aConstraint(u"c1")})));
    QCOMPARE(generations().get(file->id)->checklist.size(), 2);
}

void TestGenerations::openChecklist_givesWayToTheLogs()
{
    const auto file = generations().add(aFileGeneration(anImage(m_root.id, u"x.png")));
    ASSAY_VERIFY_OK(generations().setChecklist(file->id, {aConstraint(u"c1"), aConstraint(u"c2")}));
    ASSAY_VERIFY_OK(Reviews(database()).saveDraft(file->id, {{}, u"only a note"_qs}, kNoon));
    ASSAY_VERIFY_OK(generations().add(aGeneration().statedImage(u"x.png").checklist({aConstraint(u"c1")})));
    QCOMPARE(generations().get(file->id)->checklist.size(), 1);
}

void TestGenerations::emptiedChecklist_staysWhenTheFileIsReadAgain()
{
    Generation file = aFileGeneration(anImage(m_root.id, u"x.png"));
    file.prompt = u"two mugs"_qs;
    const auto added = generations().add(file);
    ASSAY_VERIFY_OK(generations().setChecklist(added->id, {}));
    QVERIFY(*generations().hasChecklist(added->id));
    file.prompt = u"three mugs"_qs;
    ASSAY_VERIFY_OK(generations().takeMetadata(added->id, file));
    QVERIFY(*generations().hasChecklist(added->id));
}

void TestGenerations::clientNames_showNoClientOnlyWhenUsed()
{
    ASSAY_VERIFY_OK(generations().add(aGeneration().client(u"sable")));
    QCOMPARE(*clientNames(database()), (QStringList{QStringLiteral("nord"), QStringLiteral("sable")}));
    ASSAY_VERIFY_OK(generations().add(aGeneration(u"g2").client(u"")));
    QCOMPARE(clientNames(database())->first(), QString());
}

void TestGenerations::newGeneration_makesItsWeekAndAssetStale()
{
    ASSAY_VERIFY_OK(generations().add(aGeneration().asset(u"a")));
    Statement week = database().prepare(QStringLiteral("SELECT week FROM stale_weeks"));
    ASSAY_VERIFY_OK(week.run());
    QVERIFY(week.next());
    QCOMPARE(week.text(0), QStringLiteral("2026-W10"));
    QCOMPARE(count("stale_assets"), 1);
}

void TestGenerations::changedTimeZone_movesWeeks()
{
    // Sunday 23:30 UTC is Monday in Tokyo.
    const UtcTime sunday = *parseRfc3339(u"2026-03-08T23:30:00Z");
    ASSAY_VERIFY_OK(generations().add(aGeneration().sentAt(sunday)));
    ASSAY_VERIFY_OK(setTimeZone(database(), QTimeZone("Asia/Tokyo")));
    Statement week = database().prepare(QStringLiteral("SELECT sent_week FROM generations"));
    ASSAY_VERIFY_OK(week.run());
    QVERIFY(week.next());
    QCOMPARE(week.text(0), QStringLiteral("2026-W11"));
    QCOMPARE(WorkspaceSettings(database()).timeZone()->id(), QByteArray("Asia/Tokyo"));
    ASSAY_VERIFY_ERROR(setTimeZone(database(), QTimeZone()), ErrorKind::Invalid);
}

void TestGenerations::firstTimeZone_stays()
{
    ASSAY_VERIFY_OK(database().execute(QStringLiteral("DELETE FROM workspace_settings")));
    ASSAY_VERIFY_OK(setFirstTimeZone(database(), QTimeZone("Asia/Tokyo")));
    ASSAY_VERIFY_OK(setFirstTimeZone(database(), QTimeZone("Europe/Berlin")));
    QCOMPARE(WorkspaceSettings(database()).timeZone()->id(), QByteArray("Asia/Tokyo"));
}

QTEST_GUILESS_MAIN(TestGenerations)
#include "tst_generations.moc"
