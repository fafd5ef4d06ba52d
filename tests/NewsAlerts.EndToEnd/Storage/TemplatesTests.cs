using NewsAlerts.Adapters.Storage;
using NewsAlerts.Delivering;
using NewsAlerts.EndToEnd.Given;

namespace NewsAlerts.EndToEnd.Storage;

[Collection(EmulatorFixture.Collection)]
public sealed class TemplatesTests(EmulatorFixture emulators)
{
    [SkippableFact]
    public async Task A_template_is_put_listed_read_replaced_and_removed()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulators);
        var templates = pipeline.Get<ITemplates>();

        await templates.WriteAsync("email.txt.hbs", "Grüße, {{title}}", CancellationToken.None);
        var first = await OnlyAsync(templates);
        Assert.Equal(("email.txt.hbs", 18), (first.Name, first.Bytes));
        Assert.Equal("Grüße, {{title}}", await templates.ReadAsync(first, CancellationToken.None));

        await templates.WriteAsync("email.txt.hbs", "{{title}}", CancellationToken.None);
        var second = await OnlyAsync(templates);
        Assert.NotEqual(first.Version, second.Version);
        Assert.Null(await templates.ReadAsync(first, CancellationToken.None));
        Assert.Equal("{{title}}", await templates.ReadAsync(second, CancellationToken.None));

        Assert.True(await templates.RemoveAsync("email.txt.hbs", CancellationToken.None));
        Assert.False(await templates.RemoveAsync("email.txt.hbs", CancellationToken.None));
        Assert.Null(await templates.ReadAsync(second, CancellationToken.None));
    }

    [SkippableFact]
    public async Task What_is_no_text_is_not_read()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulators);
        await pipeline.Get<StorageClients>().Container(Containers.Templates).UploadBlobAsync("email.txt.hbs", BinaryData.FromBytes([0x41, 0xFF, 0xFE]));

        Assert.Null(await pipeline.Get<ITemplates>().ReadAsync(await OnlyAsync(pipeline.Get<ITemplates>()), CancellationToken.None));
    }

    [SkippableFact]
    public async Task An_installation_without_the_container_has_no_templates_until_one_is_put()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulators);
        await pipeline.Get<StorageClients>().Container(Containers.Templates).DeleteAsync();
        var templates = pipeline.Get<ITemplates>();

        Assert.Empty(await templates.ListAsync(CancellationToken.None).ToListAsync());
        Assert.False(await templates.RemoveAsync("email.txt.hbs", CancellationToken.None));
        Assert.Null(await templates.ReadAsync(new StoredTemplate("email.txt.hbs", "\"0x1\"", 1, DateTimeOffset.UnixEpoch), CancellationToken.None));
    }

    private static async Task<StoredTemplate> OnlyAsync(ITemplates templates) => Assert.Single(await templates.ListAsync(CancellationToken.None).ToListAsync());
}
