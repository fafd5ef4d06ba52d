using Azure.Storage.Blobs;
using NewsAlerts.EndToEnd.Given;

namespace NewsAlerts.EndToEnd.Emulators;

[Collection(EmulatorFixture.Collection)]
public sealed class EmulatorFixtureTests(EmulatorFixture emulators)
{
    [SkippableFact]
    public async Task Two_tests_share_an_Azurite_by_prefixes()
    {
        var storage = new BlobServiceClient(emulators.Azurite.ConnectionString);
        var (one, other) = (EmulatorFixture.NewPrefix(), EmulatorFixture.NewPrefix());

        await storage.CreateBlobContainerAsync(one + "articles");
        await storage.CreateBlobContainerAsync(other + "articles");

        Assert.NotEqual(one, other);
        Assert.NotNull(emulators.Mail.Inbox);
    }
}
